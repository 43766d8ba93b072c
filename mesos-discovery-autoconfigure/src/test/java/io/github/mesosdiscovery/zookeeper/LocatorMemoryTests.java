package io.github.mesosdiscovery.zookeeper;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.StateMachine;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that nothing is lost for good after a moment without memory.
 */
public class LocatorMemoryTests extends AbstractLocatorTests {

	/** How many more calls fail. Read by what is woven in. */
	public static final AtomicInteger failing = new AtomicInteger();

	private Runnable unweave = () -> {
	};

	@AfterEach
	void unweave() {
		failing.set(0);
		this.unweave.run();
	}

	@Test
	void timerThatCouldNotBeProcessedFiresAgain() {
		// Before the master registers: its session would not survive a long pause.
		weave(StateMachine.class, FailOnTimer.class, "apply");
		SimulatedMaster master = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitSettled(locator, 1);
		failing.set(Integer.MAX_VALUE);
		this.cluster.stopZooKeeper();
		awaitState(locator, ConnectionState.RECONNECTING);
		int before = failing.get();
		// That the session timeout has passed is one of them.
		await().until(() -> failing.get() <= before - 2);
		assertThat(leader(locator)).isEqualTo(master.znode());
		failing.set(0);
		awaitState(locator, ConnectionState.DISCONNECTED);
		this.cluster.startZooKeeper();
		awaitLeader(locator, master.znode());
	}

	@Test
	void replyThatCouldNotBeDecodedIsRequestedAgain() {
		SimulatedMaster master = this.cluster.startMaster();
		weave(ZnodeDecoder.class, Fail.class, "children", "read");
		failing.set(2);
		awaitLeader(start(), master.znode());
		assertThat(failing.get()).isNegative();
	}

	@Test
	void clientWithOneOfItsTwoThreadsIsClosed() {
		ZooKeeperMasterLocator locator = build(builder().name("half"));
		try (NoThreads refused = NoThreads.of("half-scheduler-EventThread")) {
			locator.start();
			await().until(() -> refused.refusals() >= 3);
			await().until(() -> LiveThreads.named((name) -> name.startsWith("half-scheduler-SendThread")).size() <= 1);
		}
		SimulatedMaster master = this.cluster.startMaster();
		awaitLeader(locator, master.znode());
		locator.close();
		await().until(() -> LiveThreads.named((name) -> name.startsWith("half-scheduler")).isEmpty());
	}

	private void weave(Class<?> type, Class<?> advice, String... methods) {
		this.unweave = Weaving.weave((agent) -> agent.type(named(type.getName()))
			.transform((builder, changed, loader, module, domain) -> builder
				.visit(Advice.to(advice).on(namedOneOf(methods)))));
	}

	static final class FailOnTimer {

		private FailOnTimer() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.Argument(1) Input input) {
			if (input instanceof Input.TimerFired && failing.getAndDecrement() > 0) {
				throw new OutOfMemoryError("Java heap space");
			}
		}

	}

	static final class Fail {

		private Fail() {
		}

		@Advice.OnMethodEnter
		static void enter() {
			if (failing.getAndDecrement() > 0) {
				throw new OutOfMemoryError("Java heap space");
			}
		}

	}

}
