package io.github.mesosdiscovery.zookeeper.tls;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.StaticHostProvider;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * TLS of one ZooKeeper client (internal). System properties that name key stores do not
 * apply to this client. Those for host name verification, revocation and FIPS do.
 * <p>
 * ZooKeeper's client reads key stores from files only: its Netty socket creates the TLS
 * context itself and ignores the configurable supplier. The stores are therefore written
 * to a {@link StoreFile} that exists while the client connects. They are requested again
 * for each client, and each time it reconnects.
 */
public final class ClientTls implements AutoCloseable {

	private static final String SSL = "zookeeper.ssl.";

	/** The client's socket cannot be loaded without these. */
	private static final List<String> NETTY = List.of("io.netty.handler.ssl.SslContextBuilder",
			"io.netty.channel.epoll.Epoll");

	/** ZooKeeper's default is 1.3 alone, which a server on Java 8 may not support. */
	private static final String PROTOCOLS = "TLSv1.3,TLSv1.2";

	private final Supplier<TlsStores> stores;

	private final StoreFile file = new StoreFile();

	private final ZKClientConfig config;

	/**
	 * Configure TLS for a client.
	 * @param config the configuration of the client
	 * @param stores supplies the stores
	 */
	public ClientTls(ZKClientConfig config, Supplier<TlsStores> stores) {
		this.config = config;
		this.stores = stores;
		config.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
		config.setProperty(ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, "org.apache.zookeeper.ClientCnxnSocketNetty");
		for (String store : List.of("keyStore", "trustStore")) {
			config.setProperty(SSL + store + ".type", StoreFile.TYPE);
			config.setProperty(SSL + store + ".password", this.file.password());
			config.setProperty(SSL + store + ".passwordPath", "");
		}
	}

	/**
	 * Check that the class path has the libraries for TLS.
	 * @param classLoader the class loader of ZooKeeper's client
	 * @throws IllegalStateException if a library is missing
	 */
	public static void checkClassPath(ClassLoader classLoader) {
		for (String name : NETTY) {
			try {
				Class.forName(name, false, classLoader);
			}
			catch (ClassNotFoundException | LinkageError ex) {
				throw new IllegalStateException("TLS to ZooKeeper requires io.netty:netty-handler and "
						+ "io.netty:netty-transport-classes-epoll on the class path, but " + name + " is missing", ex);
			}
		}
	}

	/**
	 * Return the servers of the client.
	 * @param servers the connect string
	 * @return the servers
	 * @throws IllegalStateException if the stores cannot be used
	 */
	public HostProvider servers(String servers) {
		prepare();
		return new NamedServers(servers);
	}

	/** Delete the store file, which is not written again. */
	@Override
	public void close() {
		this.file.close();
	}

	private void prepare() {
		TlsStores current;
		try {
			current = this.stores.get();
		}
		catch (RuntimeException ex) {
			// Without its message, which can contain a key mistaken for a file name.
			throw new IllegalStateException("Cannot read the TLS stores (" + ex.getClass().getSimpleName() + ")");
		}
		try {
			String location = this.file.write(current);
			this.config.setProperty(SSL + "keyStore.location", location);
			this.config.setProperty(SSL + "trustStore.location", (current.trustStore() != null) ? location : "");
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("Cannot copy the TLS stores to a file: " + ex, ex);
		}
		this.config.setProperty(SSL + "enabledProtocols",
				current.protocols().isEmpty() ? PROTOCOLS : String.join(",", current.protocols()));
		if (!current.ciphers().isEmpty()) {
			this.config.setProperty(SSL + "ciphersuites", String.join(",", current.ciphers()));
		}
	}

	/**
	 * Servers with the host names of the connect string. ZooKeeper's client would verify
	 * a certificate against the result of a reverse look-up, which an attacker can
	 * control.
	 */
	private final class NamedServers implements HostProvider {

		private final HostProvider delegate;

		NamedServers(String servers) {
			this.delegate = new StaticHostProvider(new ConnectStringParser(servers).getServerAddresses());
		}

		@Override
		public InetSocketAddress next(long spinDelay) {
			InetSocketAddress server = this.delegate.next(spinDelay);
			if (!ClientTls.this.file.exists()) {
				prepare();
			}
			return server.isUnresolved() ? server
					: new InetSocketAddress(named(server.getHostString(), server.getAddress()), server.getPort());
		}

		private static InetAddress named(String name, InetAddress address) {
			try {
				return (address instanceof Inet6Address scoped)
						? Inet6Address.getByAddress(name, address.getAddress(), scoped.getScopeId())
						: InetAddress.getByAddress(name, address.getAddress());
			}
			catch (UnknownHostException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void onConnected() {
			ClientTls.this.file.delete();
			this.delegate.onConnected();
		}

		@Override
		public int size() {
			return this.delegate.size();
		}

		@Override
		public boolean updateServerList(Collection<InetSocketAddress> servers, InetSocketAddress current) {
			return this.delegate.updateServerList(servers, current);
		}

	}

}
