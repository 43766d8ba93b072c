package io.github.mesosdiscovery.test.junit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link MesosCluster}.
 */
@MesosCluster(masters = 2, path = "/annotated")
class MesosClusterTests {

	private static final List<TestMesosCluster> used = new ArrayList<>();

	private TestMesosCluster before;

	@BeforeEach
	void remember(TestMesosCluster cluster) {
		this.before = cluster;
		used.add(cluster);
	}

	@AfterAll
	static void eachTestHadItsOwnCluster() {
		assertThat(used).hasSizeGreaterThan(1).doesNotHaveDuplicates().allSatisfy((cluster) -> {
			assertThat(cluster.masters()).isEmpty();
			assertThatIllegalStateException().isThrownBy(cluster::sessions);
		});
	}

	@RepeatedTest(2)
	void hasTheSettingsOfTheClass(TestMesosCluster cluster) {
		assertThat(cluster).isSameAs(this.before);
		assertThat(cluster.path()).isEqualTo("/annotated");
		assertThat(cluster.masters()).hasSize(2);
	}

	@Nested
	class NestedClass {

		@Test
		void hasTheSettingsOfTheEnclosingClass(TestMesosCluster cluster) {
			assertThat(cluster.path()).isEqualTo("/annotated");
		}

	}

	@Nested
	@MesosCluster(masters = 1, format = MasterFormat.UPID)
	class AnnotatedNestedClass {

		@Test
		void hasItsOwnSettings(TestMesosCluster cluster) {
			assertThat(cluster.path()).isEqualTo("/mesos");
			assertThat(cluster.masters()).extracting(SimulatedMaster::format).containsExactly(MasterFormat.UPID);
		}

	}

	@Nested
	@MesosCluster(masters = 1, http = true)
	class WithHttp {

		@Test
		void mastersServeHttp(TestMesosCluster cluster) throws IOException {
			int port = cluster.masters().get(0).info().getPort();
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
				assertThat(socket.isConnected()).isTrue();
			}
		}

	}

}
