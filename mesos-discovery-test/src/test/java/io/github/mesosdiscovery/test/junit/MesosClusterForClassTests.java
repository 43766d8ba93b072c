package io.github.mesosdiscovery.test.junit;

import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosCluster} with a cluster for the whole class.
 */
@MesosCluster(masters = 1)
class MesosClusterForClassTests {

	private static TestMesosCluster shared;

	@BeforeAll
	static void share(TestMesosCluster cluster) {
		shared = cluster;
	}

	@RepeatedTest(2)
	void testsShareTheClusterOfTheClass(TestMesosCluster cluster) {
		assertThat(cluster).isSameAs(shared);
		assertThat(cluster.masters()).hasSize(1);
	}

}
