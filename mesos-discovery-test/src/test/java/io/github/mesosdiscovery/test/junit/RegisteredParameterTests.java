package io.github.mesosdiscovery.test.junit;

import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the parameters of {@link MesosClusterExtension}.
 */
class RegisteredParameterTests {

	@RegisterExtension
	final MesosClusterExtension mesos = new MesosClusterExtension();

	@Test
	void parameterIsTheClusterOfTheExtension(TestMesosCluster cluster) {
		assertThat(cluster).isSameAs(this.mesos.cluster());
	}

}
