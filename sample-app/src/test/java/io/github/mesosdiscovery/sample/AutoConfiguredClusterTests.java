package io.github.mesosdiscovery.sample;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.autoconfigure.AutoConfigureTestMesosCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureTestMesosCluster} with the locator, in a context that has
 * no auto-configuration of its own, as a slice. The cluster is there when the locator
 * starts: the start waits for a leader, and gets one.
 */
@Timeout(60)
@SpringJUnitConfig(AutoConfiguredClusterTests.Slice.class)
@TestPropertySource(properties = "mesos.discovery.wait-for-leader=30s")
@AutoConfigureTestMesosCluster
class AutoConfiguredClusterTests {

	@Test
	void locatorFollowsTheCluster(@Autowired MesosMasterLocator locator, @Autowired TestMesosCluster cluster) {
		assertThat(locator.leader().map(MesosMaster::znode)).isEqualTo(cluster.leader().map(SimulatedMaster::znode));
	}

	@Configuration(proxyBeanMethods = false)
	static class Slice {

	}

}
