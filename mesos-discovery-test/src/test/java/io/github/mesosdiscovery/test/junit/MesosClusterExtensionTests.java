package io.github.mesosdiscovery.test.junit;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link MesosClusterExtension}.
 */
class MesosClusterExtensionTests {

	private static final List<TestMesosCluster> used = new ArrayList<>();

	@RegisterExtension
	static final MesosClusterExtension shared = new MesosClusterExtension();

	@RegisterExtension
	final MesosClusterExtension own = new MesosClusterExtension(TestMesosCluster.builder().path("/own").masters(1));

	@AfterAll
	static void eachTestHadItsOwnCluster() {
		assertThat(used).hasSizeGreaterThan(1).doesNotHaveDuplicates().allSatisfy((cluster) -> {
			assertThat(cluster.masters()).isEmpty();
			assertThatIllegalStateException().isThrownBy(cluster::sessions);
		});
		assertThat(shared.cluster().masters()).hasSize(3);
		used.clear();
	}

	@RepeatedTest(2)
	void instanceFieldIsForOneTest() {
		assertThat(this.own.cluster().path()).isEqualTo("/own");
		assertThat(this.own.cluster().masters()).hasSize(1);
		used.add(this.own.cluster());
	}

	@Test
	void staticFieldIsForTheClass() {
		assertThat(shared.cluster().path()).isEqualTo("/mesos");
		assertThat(shared.cluster().masters()).hasSize(3);
	}

	@Test
	void reportsThatNoClusterIsRunning() {
		assertThatIllegalStateException().isThrownBy(() -> new MesosClusterExtension().cluster())
			.withMessageContaining("@RegisterExtension");
	}

	@Nested
	class NestedClass {

		@Test
		void sharesTheClusterOfTheEnclosingClass() {
			assertThat(shared.cluster().masters()).hasSize(3);
			used.add(MesosClusterExtensionTests.this.own.cluster());
		}

	}

}
