package io.github.mesosdiscovery.catalogue;

import java.time.Duration;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.history.invariant.Convergence;
import io.github.mesosdiscovery.zookeeper.NoThreads;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of a process that cannot create threads for some time.
 */
class ThreadScenarioTests extends AbstractScenarioTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	private static final String NAME = "without-threads";

	@Test
	@DisplayName("#84 No thread can be created while ZooKeeper is away: the leader is found once both are back")
	void noThreadForANewClient() {
		this.path.create();
		Znode first = register();
		FollowedMasters masters = follow(builder().name(NAME).sessionTimeout(TIMEOUT));
		masters.awaitMasters(1);
		this.network.cut();
		long cut = System.nanoTime();
		try (NoThreads threads = NoThreads.of(NAME)) {
			masters.awaitState(ConnectionState.DISCONNECTED);
			// The client is replaced meanwhile, more than once if it could be.
			awaitElapsed(TIMEOUT.multipliedBy(5).dividedBy(2), cut);
			assertThat(threads.refusals()).isPositive();
		}
		awaitElapsed(TIMEOUT.multipliedBy(3), cut);
		this.network.restore();
		long restored = System.nanoTime();
		masters.awaitLeader(first);
		assertThat(System.nanoTime() - restored).isLessThan(Convergence.bound(TIMEOUT.toNanos(), 2));
	}

	private static void awaitElapsed(Duration time, long start) {
		await().atMost(LIMIT).until(() -> System.nanoTime() - start >= time.toNanos());
	}

}
