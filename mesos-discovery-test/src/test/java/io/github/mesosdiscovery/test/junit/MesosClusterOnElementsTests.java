package io.github.mesosdiscovery.test.junit;

import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosCluster} on methods and parameters.
 */
class MesosClusterOnElementsTests {

	@Test
	@MesosCluster(masters = 1)
	void onAMethod(TestMesosCluster cluster) {
		assertThat(cluster.masters()).hasSize(1);
	}

	@Test
	void onAParameter(@MesosCluster(path = "/parameter") TestMesosCluster cluster) {
		assertThat(cluster.path()).isEqualTo("/parameter");
		assertThat(cluster.masters()).hasSize(3);
	}

}
