package io.github.mesosdiscovery.sample;

import java.util.Map;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the jar in its own process: the command, with the class loader that only the
 * jar needs, and the application.
 */
@Timeout(90)
@MesosCluster(masters = 0, path = "/test/marco")
class SampleJarIT {

	@ParameterizedTest
	@EnumSource(MasterFormat.class)
	void printsAllMasters(MasterFormat format, TestMesosCluster cluster) throws Exception {
		startMaster(cluster, format, 5051);
		startMaster(cluster, format, 5050);
		try (SampleJar jar = new SampleJar(Map.of(), "--zk", cluster.mechanism(), "-a")) {
			assertThat(jar.exit()).as(jar::err).isZero();
			JsonNode masters = new JsonMapper().readTree(jar.out());
			assertThat(masters.values()).extracting((master) -> master.get("pid").asString())
				.containsExactly("master@127.0.0.1:5051", "master@127.0.0.1:5050");
			assertThat(masters.values()).extracting((master) -> master.get("ip").asLong()).containsOnly(16777343L);
			String leader = (format != MasterFormat.UPID) ? "localhost" : "127.0.0.1";
			assertThat(jar.err()).isEqualToIgnoringNewLines("Found 2 Masters; current Leader: " + leader);
		}
	}

	@Test
	void closesItsSessionBeforeItExits(TestMesosCluster cluster) throws Exception {
		cluster.startMaster();
		try (SampleJar jar = new SampleJar(Map.of(), "--zk", cluster.mechanism())) {
			assertThat(jar.exit()).as(jar::err).isZero();
			assertThat(cluster.clientSessions()).isEmpty();
		}
	}

	@Test
	void failsWithoutAMaster(TestMesosCluster cluster) throws Exception {
		try (SampleJar jar = new SampleJar(Map.of(), "--zk", cluster.mechanism(), "--timeout", "1s")) {
			assertThat(jar.exit()).isEqualTo(1);
			assertThat(jar.out()).isEmpty();
			assertThat(jar.err()).startsWith("No leading Mesos master within 1000 ms").hasLineCount(1);
		}
	}

	@Test
	void refusesWrongUsage() throws Exception {
		try (SampleJar jar = new SampleJar(Map.of(), "--zk", "zk://user:secret@zk1", "-a")) {
			assertThat(jar.exit()).isEqualTo(2);
			assertThat(jar.out()).isEmpty();
			assertThat(jar.err()).contains("Try --help").doesNotContain("secret").hasLineCount(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--leader", "-zk zk://localhost:2181/mesos", "--server.port=0 --zkk=x", "leader" })
	void refusesAMistypedOption(String args) throws Exception {
		try (SampleJar jar = new SampleJar(Map.of(), args.split(" "))) {
			assertThat(jar.exit()).isEqualTo(2);
			assertThat(jar.out()).isEmpty();
			assertThat(jar.err()).endsWith("Try --help" + System.lineSeparator()).hasLineCount(2);
		}
	}

	@Test
	void printsItsUsage() throws Exception {
		try (SampleJar jar = new SampleJar(Map.of(), "--help")) {
			assertThat(jar.exit()).isZero();
			assertThat(jar.out()).startsWith("Usage: java -jar");
			assertThat(jar.err()).isEmpty();
		}
	}

	@Test
	void runsTheDemoUntilItIsTerminated() throws Exception {
		try (SampleJar jar = new SampleJar(Map.of(), "--server.port=0", "--debug=false")) {
			Http http = new Http(jar.port());
			Awaitility.await()
				.untilAsserted(() -> assertThat(http.json("/actuator/mesos").get("masters").size()).isEqualTo(3));
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(http.json("/framework").get("state").asString()).isEqualTo("SUBSCRIBED"));
			assertThat(jar.out()).contains("this is a demo");
			assertThat(jar.terminate()).isEqualTo(128 + 15);
			assertThat(jar.out()).doesNotContain("WARN", "ERROR");
		}
	}

	@Test
	void followsTheClusterOfTheEnvironment(TestMesosCluster cluster) throws Exception {
		cluster.startMaster();
		try (SampleJar jar = new SampleJar(Map.of("SERVER_PORT", "0", "MESOS_DISCOVERY_ZK", cluster.mechanism()))) {
			Http http = new Http(jar.port());
			Awaitility.await()
				.untilAsserted(() -> assertThat(http.json("/actuator/mesos").get("masters").size()).isEqualTo(1));
			assertThat(jar.out()).doesNotContain("this is a demo");
			assertThat(jar.terminate()).isEqualTo(128 + 15);
		}
	}

	private static void startMaster(TestMesosCluster cluster, MasterFormat format, int port) {
		cluster.startMaster(format,
				MasterInfo.newBuilder()
					.setId("master-" + port)
					.setIp(16777343)
					.setPort(port)
					.setHostname("localhost")
					.setPid("master@127.0.0.1:" + port)
					.build());
	}

}
