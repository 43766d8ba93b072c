package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ServerCnxn.DisconnectReason;
import org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.auth.ProviderRegistry;
import org.apache.zookeeper.server.auth.SASLAuthenticationProvider;
import org.springframework.util.FileSystemUtils;

/**
 * A ZooKeeper server of this JVM, which logs clients in when the JAAS configuration has a
 * section for servers.
 */
final class SaslZooKeeper implements AutoCloseable {

	private static final String PROVIDER = ProviderRegistry.AUTHPROVIDER_PROPERTY_PREFIX + "sasl";

	private final Path directory;

	private final ServerCnxnFactory connections;

	SaslZooKeeper() {
		System.setProperty(PROVIDER, SASLAuthenticationProvider.class.getName());
		ProviderRegistry.addOrUpdateProvider(PROVIDER);
		try {
			this.directory = Files.createTempDirectory("sasl-zookeeper-");
			this.connections = new NIOServerCnxnFactory();
			this.connections.configure(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0, -1, false);
			this.connections.startup(new ZooKeeperServer(this.directory.toFile(), this.directory.toFile(), 200));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String connectString() {
		return "127.0.0.1:" + this.connections.getLocalPort();
	}

	/** Make all clients connect anew. */
	void disconnect() {
		this.connections.closeAll(DisconnectReason.CONNECTION_CLOSE_FORCED);
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
