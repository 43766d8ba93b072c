package io.github.mesosdiscovery.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for preparation of the start: by Spring at build time, and by the JVM in a
 * training run.
 */
@Timeout(240)
@MesosCluster
class AheadOfTimeIT {

	private static final int TERMINATED = 128 + 15;

	@Test
	void runsWithCodeGeneratedAtBuildTime(TestMesosCluster cluster) throws Exception {
		try (SampleJar jar = new SampleJar(environment(cluster), List.of("-Dspring.aot.enabled=true"),
				SampleJar.path())) {
			assertFollows(jar, cluster);
			assertThat(jar.out()).contains("Starting AOT-processed");
			cluster.killLeader();
			assertFollows(jar, cluster);
			assertThat(jar.terminate()).isEqualTo(TERMINATED);
			assertThat(jar.out()).doesNotContain("WARN", "ERROR");
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_25)
	void startsWithTheCacheOfATrainingRun(TestMesosCluster cluster, @TempDir Path directory) throws Exception {
		Path extracted = extract(directory.resolve("app"));
		String cache = directory.resolve("app.aot").toString();
		try (SampleJar jar = new SampleJar(environment(cluster), List.of("-XX:AOTCacheOutput=" + cache), extracted)) {
			assertFollows(jar, cluster);
			assertThat(jar.terminate()).as(jar::out).isEqualTo(TERMINATED);
		}
		assertThat(Path.of(cache)).isNotEmptyFile();
		// It does not start unless the cache is of use.
		try (SampleJar jar = new SampleJar(environment(cluster), List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"),
				extracted)) {
			assertFollows(jar, cluster);
			assertThat(jar.terminate()).isEqualTo(TERMINATED);
			assertThat(jar.out()).doesNotContain("WARN", "ERROR");
		}
	}

	private static Path extract(Path directory) throws Exception {
		try (SampleJar jar = new SampleJar(Map.of(), List.of("-Djarmode=tools"), SampleJar.path(), "extract",
				"--destination", directory.toString())) {
			assertThat(jar.exit()).as(jar::err).isZero();
		}
		return directory.resolve(SampleJar.path().getFileName());
	}

	private static void assertFollows(SampleJar jar, TestMesosCluster cluster) {
		Http http = new Http(jar.port());
		String leader = cluster.leader().orElseThrow().znode();
		Awaitility.await()
			.untilAsserted(() -> assertThat(http.json("/actuator/mesos").get("leader").path("znode").asString("none"))
				.isEqualTo(leader));
	}

	private static Map<String, String> environment(TestMesosCluster cluster) {
		return Map.of("SERVER_PORT", "0", "MESOS_DISCOVERY_ZK", cluster.mechanism());
	}

}
