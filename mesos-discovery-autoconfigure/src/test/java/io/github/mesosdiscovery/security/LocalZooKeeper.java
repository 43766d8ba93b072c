package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ServerCnxn.DisconnectReason;
import org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.auth.ProviderRegistry;
import org.apache.zookeeper.server.auth.SASLAuthenticationProvider;
import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/**
 * A ZooKeeper server of this JVM, which logs clients in when the JAAS configuration has a
 * section for servers.
 */
final class LocalZooKeeper implements AutoCloseable {

	private static final String PROVIDER = ProviderRegistry.AUTHPROVIDER_PROPERTY_PREFIX + "sasl";

	private static final int TICK_TIME = 200;

	private final Path directory;

	private ZooKeeperServer server;

	private ServerCnxnFactory connections;

	LocalZooKeeper() {
		System.setProperty(PROVIDER, SASLAuthenticationProvider.class.getName());
		ProviderRegistry.addOrUpdateProvider(PROVIDER);
		try {
			this.directory = Files.createTempDirectory("local-zookeeper-");
			this.server = new ZooKeeperServer(this.directory.toFile(), this.directory.toFile(), TICK_TIME);
			this.connections = start(this.server, 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ServerCnxnFactory start(ZooKeeperServer server, int port) throws IOException {
		ServerCnxnFactory factory = new NIOServerCnxnFactory();
		factory.configure(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0, -1, false);
		try {
			factory.startup(server);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return factory;
	}

	String connectString() {
		return "127.0.0.1:" + this.connections.getLocalPort();
	}

	/** Make all clients connect anew. */
	void disconnect() {
		this.connections.closeAll(DisconnectReason.CONNECTION_CLOSE_FORCED);
	}

	Set<Long> sessions() {
		return Set.copyOf(this.server.getZKDatabase().getSessionWithTimeOuts().keySet());
	}

	/** End a session as an expiry does. */
	void expire(long session) {
		this.server.closeSession(session);
		await().until(() -> !sessions().contains(session));
	}

	/** Stop serving for a while, with the same data and port afterwards. */
	void interrupt(Runnable meanwhile) {
		int port = this.connections.getLocalPort();
		this.connections.shutdown();
		meanwhile.run();
		try {
			this.server = new ZooKeeperServer(this.directory.toFile(), this.directory.toFile(), TICK_TIME);
			this.connections = start(this.server, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where the transaction logs are. */
	Path logs() {
		return this.directory.resolve("version-2");
	}

	@Override
	public void close() {
		this.connections.shutdown();
		System.clearProperty(PROVIDER);
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
