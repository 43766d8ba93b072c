package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.NettyServerCnxnFactory;
import org.apache.zookeeper.server.ServerCnxn.DisconnectReason;
import org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.auth.ProviderRegistry;
import org.apache.zookeeper.server.auth.X509AuthenticationProvider;
import org.springframework.util.FileSystemUtils;

/**
 * A ZooKeeper server of this JVM with one port for TLS and one for plain connections,
 * both on the loopback address. It takes its certificate from system properties, as
 * servers do, which the client under test must not heed; it reads them for each
 * connection.
 */
final class TlsZooKeeper implements AutoCloseable {

	private static final String PASSWORD = "of-the-server";

	private static final String SSL = "zookeeper.ssl.";

	private static final int TICK_TIME = 200;

	private final Map<String, String> before = new LinkedHashMap<>();

	private final Path directory;

	private final ServerCnxnFactory plain;

	private final ServerCnxnFactory secure;

	TlsZooKeeper(Identity identity) {
		try {
			this.directory = Files.createTempDirectory("tls-zookeeper-");
			set("keyStore.password", PASSWORD);
			set("clientAuth", "none");
			present(identity);
			ZooKeeperServer server = new ZooKeeperServer(this.directory.toFile(), this.directory.toFile(), TICK_TIME);
			this.plain = start(new NIOServerCnxnFactory(), server, false);
			setProperty(ServerCnxnFactory.ZOOKEEPER_SERVER_CNXN_FACTORY, NettyServerCnxnFactory.class.getName());
			this.secure = start(ServerCnxnFactory.createFactory(), server, true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ServerCnxnFactory start(ServerCnxnFactory factory, ZooKeeperServer server, boolean secure)
			throws IOException {
		factory.configure(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0, -1, secure);
		try {
			factory.startup(server, !secure);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return factory;
	}

	/** Show another certificate from now on, and make all clients connect anew. */
	void present(Identity identity) {
		Path file = this.directory.resolve("server-" + System.nanoTime() + ".p12");
		Identity.write(identity.keyStore("PKCS12", PASSWORD), file, PASSWORD);
		set("keyStore.location", file.toString());
		disconnect();
	}

	/** Make all clients connect anew. */
	void disconnect() {
		if (this.secure != null) {
			this.secure.closeAll(DisconnectReason.CONNECTION_CLOSE_FORCED);
		}
	}

	/** Let in only clients that show a certificate of this authority. */
	void demandCertificates(CertificateAuthority authority) {
		KeyStore trust = authority.trust();
		set("trustStore.location", Identity.write(trust, this.directory.resolve("trust.p12"), PASSWORD).toString());
		set("trustStore.password", PASSWORD);
		set("clientAuth", "need");
		String provider = ProviderRegistry.AUTHPROVIDER_PROPERTY_PREFIX + "x509";
		setProperty(provider, X509AuthenticationProvider.class.getName());
		ProviderRegistry.addOrUpdateProvider(provider);
	}

	void setProtocol(String protocol) {
		set("protocol", protocol);
	}

	int securePort() {
		return this.secure.getLocalPort();
	}

	int plainPort() {
		return this.plain.getLocalPort();
	}

	int secureConnections() {
		return this.secure.getNumAliveConnections();
	}

	@Override
	public void close() {
		this.secure.shutdown();
		this.plain.shutdown();
		this.before.forEach((name, value) -> {
			if (value != null) {
				System.setProperty(name, value);
			}
			else {
				System.clearProperty(name);
			}
		});
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void set(String name, String value) {
		setProperty(SSL + name, value);
	}

	private void setProperty(String name, String value) {
		String old = System.setProperty(name, value);
		this.before.putIfAbsent(name, old);
	}

}
