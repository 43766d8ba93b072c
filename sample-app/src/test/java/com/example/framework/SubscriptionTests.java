package com.example.framework;

import java.time.Duration;
import java.util.Optional;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.autoconfigure.AutoConfigureTestMesosCluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.awaitility.Awaitility.await;

@SpringBootTest
@AutoConfigureTestMesosCluster(http = true)
class SubscriptionTests {

	@Autowired
	private TestMesosCluster mesos;

	@Autowired
	private Subscription subscription;

	@BeforeEach
	void startMasters() {
		while (this.mesos.masters().size() < 3) {
			this.mesos.startMaster();
		}
	}

	@Test
	void subscribesToTheNextLeaderWhenTheLeaderDies() {
		awaitSubscriptionToLeader();
		this.mesos.killLeader();
		awaitSubscriptionToLeader();
	}

	@Test
	void subscribesToTheFirstMasterThatComesWhenAllWereGone() {
		this.mesos.masters().forEach(SimulatedMaster::kill);
		await().atMost(Duration.ofSeconds(30)).until(this.subscription::subscribedTo, Optional::isEmpty);
		this.mesos.startMaster();
		awaitSubscriptionToLeader();
	}

	private void awaitSubscriptionToLeader() {
		String leader = this.mesos.leader().orElseThrow().znode();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.subscription.subscribedTo().map(MesosMaster::znode).orElse("none"), leader::equals);
	}

}
