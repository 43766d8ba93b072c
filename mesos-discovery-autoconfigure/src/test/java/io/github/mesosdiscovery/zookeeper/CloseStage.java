package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.Objects;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.apache.zookeeper.ZooKeeper;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

import static org.awaitility.Awaitility.await;

/**
 * A stage at which a locator can be closed, and how it is reached.
 */
enum CloseStage {

	BEFORE_START {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
		}
	},

	RIGHT_AFTER_START {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			locator.start();
		}
	},

	/** No server listens, and the client keeps retrying. */
	REFUSED {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			proxy.cut();
			locator.start();
			soon().until(() -> client(locator) != null);
		}
	},

	/** The socket is connected, and the server does not answer the handshake. */
	HANDSHAKE {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			proxy.silence();
			locator.start();
			soon().until(() -> proxy.connections() > 0);
		}
	},

	/** The server has created a session, and the client has not received it yet. */
	BEFORE_THE_FIRST_LIST {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			proxy.silence(Direction.TO_CLIENT);
			locator.start();
			soon().until(() -> !cluster.clientSessions().isEmpty());
		}
	},

	DURING_THE_LIST {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			proxy.delay(ONE_WAY);
			locator.start();
			soon().until(() -> isAsked(cluster, "getChildren2"));
		}
	},

	BETWEEN_LIST_AND_DATA {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			proxy.delay(ONE_WAY);
			locator.start();
			soon().until(() -> isAsked(cluster, "getData"));
		}
	},

	CONNECTED {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			locator.start();
			soon().until(() -> locator.leader().isPresent());
		}
	},

	/**
	 * Connected to a server that has become silent, and would not answer the request to
	 * close the session.
	 */
	SILENT {
		@Override
		Duration sessionTimeout() {
			return Duration.ofSeconds(9);
		}

		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			CONNECTED.reach(locator, cluster, proxy);
			proxy.silence();
		}
	},

	RECONNECTING {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			CONNECTED.reach(locator, cluster, proxy);
			proxy.cut();
			soon().until(() -> state(locator) == ConnectionState.RECONNECTING);
		}
	},

	DISCONNECTED {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			RECONNECTING.reach(locator, cluster, proxy);
			soon().until(() -> state(locator) == ConnectionState.DISCONNECTED);
		}
	},

	/** The session has expired, and the next one is being established. */
	SESSION_REPLACED {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			CONNECTED.reach(locator, cluster, proxy);
			Object first = Objects.requireNonNull(client(locator));
			cluster.clientSessions().forEach(cluster::expireSession);
			soon().until(() -> client(locator) != first);
		}
	},

	/** ZooKeeper has rejected the credentials, and the client never connects again. */
	DEAD {
		@Override
		void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy) {
			CONNECTED.reach(locator, cluster, proxy);
			ZooKeeper client = (ZooKeeper) ReflectionTestUtils.getField(Objects.requireNonNull(client(locator)),
					"zooKeeper");
			Objects.requireNonNull(client).addAuthInfo("no-such-scheme", new byte[0]);
			soon().until(() -> !client.getState().isAlive());
		}
	};

	private static final Duration ONE_WAY = Duration.ofMillis(150);

	Duration sessionTimeout() {
		return Duration.ofSeconds(1);
	}

	abstract void reach(ZooKeeperMasterLocator locator, TestMesosCluster cluster, FaultProxy proxy);

	private static boolean isAsked(TestMesosCluster cluster, String request) {
		return cluster.clientSessions().stream().anyMatch((session) -> cluster.requests(session).containsKey(request));
	}

	private static @Nullable Object client(ZooKeeperMasterLocator locator) {
		Object detector = Objects.requireNonNull(ReflectionTestUtils.getField(locator, "detector"));
		return ReflectionTestUtils.getField(detector, "client");
	}

	private static ConnectionState state(ZooKeeperMasterLocator locator) {
		return locator.snapshot().connection().state();
	}

	private static ConditionFactory soon() {
		return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(60));
	}

}
