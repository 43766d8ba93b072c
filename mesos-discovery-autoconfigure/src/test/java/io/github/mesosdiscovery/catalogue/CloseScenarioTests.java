package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.zookeeper.Resources;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of a locator that is closed while the server is about something.
 */
class CloseScenarioTests extends AbstractScenarioTests {

	private static final Duration AT_MOST = Duration.ofSeconds(2);

	private static final int CALLERS = 4;

	private static int locators;

	private final String name = "closing-" + ++locators;

	@ParameterizedTest
	@EnumSource
	@DisplayName("#70 Closed by four threads at once, whatever the server is about")
	void closed(Stage stage) {
		this.path.create();
		Znode leader = register();
		stage.prepare(this);
		FollowedMasters masters = follow(builder().name(this.name).sessionTimeout(stage.sessionTimeout));
		stage.reach(this, masters, leader);
		try {
			assertThat(close(masters)).hasSize(CALLERS).allSatisfy((time) -> assertThat(time).isLessThan(AT_MOST));
			assertThat(masters.locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
		}
		finally {
			heal();
		}
		int heard = masters.leaders.size() + masters.masters.size();
		leader.delete();
		soon().until(() -> Resources.threads(this.name) == 0 && this.network.connections() == 0);
		awaitNoWatches();
		assertThat(masters.leaders.size() + masters.masters.size()).isEqualTo(heard);
	}

	private void heal() {
		zooKeeper.heal();
		zooKeeper.awaitService();
		this.network.restore();
	}

	private static List<Duration> close(FollowedMasters masters) {
		Phaser ready = new Phaser(CALLERS);
		return IntStream.range(0, CALLERS).mapToObj((i) -> CompletableFuture.supplyAsync(() -> {
			ready.arriveAndAwaitAdvance();
			long start = System.nanoTime();
			masters.close();
			return Duration.ofNanos(System.nanoTime() - start);
		}, (task) -> new Thread(task).start())).toList().stream().map(CompletableFuture::join).toList();
	}

	private static void awaitAtServer(String operation) {
		soon().until(() -> zooKeeper.ask("cons").contains("lop=" + operation + ","));
	}

	private static ConditionFactory soon() {
		return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(60));
	}

	enum Stage {

		/** The socket stands, and the server is stopped. */
		HANDSHAKE(SHORT_SESSION) {
			@Override
			void prepare(CloseScenarioTests test) {
				zooKeeper.pause();
			}

			@Override
			void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader) {
				test.network.awaitConnections(1);
			}
		},

		/** The server has made a session of which the client does not know yet. */
		SESSION_MADE(SHORT_SESSION) {
			@Override
			void prepare(CloseScenarioTests test) {
				test.network.silence(Direction.TO_CLIENT);
			}

			@Override
			void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader) {
				awaitAtServer("SESS");
			}
		},

		/** The list is under way to the client. */
		LISTED(LONG_SESSION) {
			@Override
			void prepare(CloseScenarioTests test) {
				test.network.delay(Duration.ofMillis(400));
			}

			@Override
			void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader) {
				awaitAtServer("GETC");
			}
		},

		FOLLOWED(SHORT_SESSION) {
			@Override
			void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader) {
				masters.awaitLeader(leader);
			}
		},

		/** Connected as far as the client knows, to a server that does not answer. */
		STOPPED(LONG_SESSION) {
			@Override
			void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader) {
				masters.awaitLeader(leader);
				zooKeeper.pause();
			}
		},

		KILLED(LONG_SESSION) {
			@Override
			void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader) {
				masters.awaitLeader(leader);
				zooKeeper.kill();
				masters.awaitState(ConnectionState.RECONNECTING);
			}
		},

		SESSION_OVER(SHORT_SESSION) {
			@Override
			void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader) {
				masters.awaitLeader(leader);
				test.network.cut();
				masters.awaitState(ConnectionState.DISCONNECTED);
			}
		};

		private final Duration sessionTimeout;

		Stage(Duration sessionTimeout) {
			this.sessionTimeout = sessionTimeout;
		}

		void prepare(CloseScenarioTests test) {
		}

		abstract void reach(CloseScenarioTests test, FollowedMasters masters, Znode leader);

	}

}
