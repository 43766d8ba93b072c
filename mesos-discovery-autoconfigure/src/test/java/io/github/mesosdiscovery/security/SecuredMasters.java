package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.apache.zookeeper.ClientCnxnSocketNIO;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;

import static org.awaitility.Awaitility.await;

/**
 * The masters' side of a path, over a plain connection. ZooKeeper's system properties
 * mean others.
 */
final class SecuredMasters implements AutoCloseable {

	static final String PATH = "/mesos";

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final ZooKeeper client;

	SecuredMasters(String servers) {
		this(servers, (config) -> config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false"));
	}

	SecuredMasters(String servers, Consumer<ZKClientConfig> customizer) {
		ZKClientConfig config = new ZKClientConfig();
		config.setProperty(ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, ClientCnxnSocketNIO.class.getName());
		config.setProperty(ZKClientConfig.SECURE_CLIENT, "false");
		customizer.accept(config);
		try {
			// Named twice, so that a connection which a starting server never answers is
			// given up after half of the session.
			this.client = new ZooKeeper(servers + "," + servers, 20_000, (event) -> {
			}, config);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		await().until(() -> this.client.getState().isConnected());
	}

	SecuredMasters authenticate(String identity) {
		this.client.addAuthInfo("digest", identity.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	SecuredMasters createPath(List<ACL> acl) {
		create(PATH, new byte[0], acl, CreateMode.PERSISTENT);
		return this;
	}

	void setAcl(List<ACL> acl) {
		try {
			this.client.setACL(PATH, new ArrayList<>(acl), -1);
		}
		catch (KeeperException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Register a master, and return the name of its znode. */
	String register() {
		return register(Ids.OPEN_ACL_UNSAFE);
	}

	String register(List<ACL> acl) {
		byte[] data = MasterFormat.JSON.encode(SimulatedMasters.info(5050).build());
		String created = create(PATH + "/" + MasterFormat.JSON.label(), data, acl, CreateMode.EPHEMERAL_SEQUENTIAL);
		return created.substring(PATH.length() + 1);
	}

	ZooKeeper client() {
		return this.client;
	}

	void delete(String name) {
		deleteZnode(PATH + "/" + name);
	}

	void deletePath() {
		deleteZnode(PATH);
	}

	private void deleteZnode(String path) {
		await().atMost(LIMIT).until(() -> this.client.getState().isConnected());
		try {
			this.client.delete(path, -1);
		}
		catch (KeeperException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String create(String path, byte[] data, List<ACL> acl, CreateMode mode) {
		try {
			return this.client.create(path, data, new ArrayList<>(acl), mode);
		}
		catch (KeeperException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.client.close(2000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
