package io.github.mesosdiscovery.sample.framework;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.sample.framework.RawMaster.Subscriber;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SchedulerSubscription;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Framework} when the leader changes.
 */
@Timeout(120)
class FrameworkFailoverTests {

	private static final Duration LIMIT = Duration.ofSeconds(2);

	@Test
	void survivesFiveFailovers() {
		try (TestMesosCluster cluster = cluster(); Observer observer = new Observer(cluster)) {
			try (RunningFramework framework = new RunningFramework(cluster.mechanism())) {
				String id = awaitSubscription(framework, cluster).get("frameworkId").asString();
				for (int i = 1; i <= 5; i++) {
					failOver(framework, cluster, id, i);
				}
				assertThat(observer.most).hasValue(1);
				assertThat(observer.frameworks).containsExactly(id);
				assertThat(observer.streams).hasSize(6);
			}
			Awaitility.await().until(() -> cluster.subscriptions().isEmpty());
		}
	}

	private static void failOver(RunningFramework framework, TestMesosCluster cluster, String id, int number) {
		cluster.startMaster();
		cluster.killLeader();
		long start = System.nanoTime();
		JsonNode status = awaitSubscription(framework, cluster);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).as("failover " + number).isLessThan(LIMIT);
		assertThat(status.get("frameworkId").asString()).isEqualTo(id);
		assertThat(status.get("subscriptions").asInt()).isEqualTo(1 + number);
		// The masters see it, too.
		Awaitility.await().until(() -> cluster.subscriptions().size() == 1);
	}

	@Test
	void leavesALeaderThatLivesOn() {
		try (TestMesosCluster cluster = cluster();
				RunningFramework framework = new RunningFramework(cluster.mechanism())) {
			String id = awaitSubscription(framework, cluster).get("frameworkId").asString();
			SimulatedMaster old = cluster.leader().orElseThrow();
			cluster.expireSession(old.session());
			Awaitility.await().until(() -> !cluster.leader().orElseThrow().equals(old));
			assertThat(awaitSubscription(framework, cluster).get("frameworkId").asString()).isEqualTo(id);
			Awaitility.await()
				.untilAsserted(() -> assertThat(cluster.subscriptions()).extracting(SchedulerSubscription::master)
					.containsExactly(cluster.leader().orElseThrow()));
		}
	}

	@Test
	void waitsForALeader() {
		try (TestMesosCluster cluster = cluster();
				RunningFramework framework = new RunningFramework(cluster.mechanism())) {
			awaitSubscription(framework, cluster);
			cluster.masters().forEach(SimulatedMaster::kill);
			JsonNode status = framework.awaitState("WAITING");
			assertThat(status.get("error").asString()).isEqualTo("No Mesos master leads");
			assertThat(status.get("master").isNull()).isTrue();
			cluster.startMaster();
			long start = System.nanoTime();
			assertThat(awaitSubscription(framework, cluster).get("frameworkId")).isEqualTo(status.get("frameworkId"));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		}
	}

	@Test
	void doesNotWaitForTheAnswerOfAMasterThatNoLongerLeads() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.start();
				RawMaster first = new RawMaster();
				RawMaster second = new RawMaster()) {
			SimulatedMaster leader = register(cluster, first);
			try (RunningFramework framework = new RunningFramework(cluster.mechanism())) {
				Subscriber unanswered = first.next();
				register(cluster, second);
				leader.kill();
				long start = System.nanoTime();
				Subscriber next = second.next();
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
				assertThat(unanswered.isGone(1000)).isTrue();
				next.subscribe("id-1", 15);
				assertThat(framework.awaitState("SUBSCRIBED").get("master").asString()).isEqualTo(second.uri());
			}
		}
	}

	@Test
	void followsARedirectToARegisteredMaster() throws Exception {
		try (TestMesosCluster cluster = TestMesosCluster.start();
				RawMaster first = new RawMaster();
				RawMaster second = new RawMaster()) {
			SimulatedMaster leader = register(cluster, first);
			register(cluster, second);
			try (RunningFramework framework = new RunningFramework(cluster.mechanism())) {
				first.next().answer("307 Temporary Redirect", "Location: //elsewhere.example:5050/api/v1/scheduler");
				framework.awaitError("elsewhere.example");
				first.next()
					.answer("307 Temporary Redirect", "Location: //127.0.0.1:" + second.port() + "/api/v1/scheduler");
				second.next().subscribe("id-1", 15).events(Events.HEARTBEAT);
				framework.awaitState("SUBSCRIBED");
				leader.kill();
				framework.await((status) -> {
					answer(second);
					return status.get("state").asString().equals("SUBSCRIBED")
							&& status.get("master").asString().equals(second.uri());
				});
				assertThat(second.mostSubscribers()).isOne();
			}
		}
	}

	private static void answer(RawMaster master) {
		try {
			Subscriber subscriber = master.poll();
			if (subscriber != null) {
				subscriber.subscribe("id-1", 15);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static TestMesosCluster cluster() {
		return TestMesosCluster.builder().http().masters(3).heartbeatInterval(Duration.ofMillis(200)).start();
	}

	private static SimulatedMaster register(TestMesosCluster cluster, RawMaster master) {
		return cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(master.port()).build());
	}

	private static JsonNode awaitSubscription(RunningFramework framework, TestMesosCluster cluster) {
		String leader = "http://127.0.0.1:" + cluster.leader().orElseThrow().info().getPort();
		return framework.await((status) -> status.get("state").asString().equals("SUBSCRIBED")
				&& status.get("master").asString().equals(leader));
	}

	/**
	 * Looks at the subscriptions of the masters every millisecond.
	 */
	private static final class Observer implements AutoCloseable {

		private final AtomicInteger most = new AtomicInteger();

		private final Set<String> frameworks = new ConcurrentSkipListSet<>();

		private final Set<String> streams = new ConcurrentSkipListSet<>();

		private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

		Observer(TestMesosCluster cluster) {
			this.executor.scheduleWithFixedDelay(() -> look(cluster.subscriptions()), 0, 1, TimeUnit.MILLISECONDS);
		}

		private void look(List<SchedulerSubscription> subscriptions) {
			this.most.accumulateAndGet(subscriptions.size(), Math::max);
			subscriptions.forEach((subscription) -> {
				this.frameworks.add(subscription.frameworkId());
				this.streams.add(subscription.streamId());
			});
		}

		@Override
		public void close() {
			this.executor.shutdownNow();
		}

	}

}
