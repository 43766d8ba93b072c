package io.github.mesosdiscovery.sample.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaderCommand} with a real ZooKeeper.
 */
@Timeout(30)
@MesosCluster(masters = 0, path = "/test/marco")
class LeaderCommandTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Test
	void printsTheExampleOfTheOriginal(TestMesosCluster cluster) {
		Example.start(cluster);
		assertThat(run("--zk", cluster.mechanism(), "-a")).isZero();
		assertThat(json()).isEqualTo(new JsonMapper().readTree(Example.JSON));
		assertThat(err()).isEqualToIgnoringNewLines("Found 2 Masters; current Leader: localhost");
	}

	@Test
	void printsTheLeaderAlone(TestMesosCluster cluster) {
		Example.start(cluster);
		assertThat(run("--zk", cluster.mechanism())).isZero();
		assertThat(json()).isEqualTo(new JsonMapper().readTree(Example.JSON).get(0));
		assertThat(err()).isEqualToIgnoringNewLines("Found 2 Masters; current Leader: localhost");
	}

	@ParameterizedTest
	@EnumSource(MasterFormat.class)
	void readsAllFormats(MasterFormat format, TestMesosCluster cluster) {
		MasterInfo info = SimulatedMasters.info(5055).build();
		cluster.startMaster(format, info);
		assertThat(run("--zk", cluster.mechanism(), "-a")).isZero();
		assertThat(json()).hasSize(1);
		JsonNode master = json().get(0);
		assertThat(master.get("pid").asString()).isEqualTo("master@127.0.0.1:5055");
		assertThat(master.get("port").asInt()).isEqualTo(5055);
		assertThat(master.get("ip").asLong()).isEqualTo(16777343);
		if (format != MasterFormat.UPID) {
			assertThat(master.get("id").asString()).isEqualTo(info.getId());
			assertThat(master.get("version").asString()).isEqualTo("1.11.0");
			assertThat(master.get("address").get("ip").asString()).isEqualTo("127.0.0.1");
		}
	}

	@Test
	void listsManyInElectionOrder(TestMesosCluster cluster) {
		for (int i = 0; i < 12; i++) {
			cluster.startMaster(MasterFormat.values()[i % 3]);
		}
		assertThat(run("--zk", cluster.mechanism(), "--all")).isZero();
		assertThat(json().values().stream().map((master) -> master.get("port").asInt()))
			.isEqualTo(cluster.masters().stream().map((master) -> master.info().getPort()).toList());
	}

	@Test
	void readsTheUrlFromAFile(TestMesosCluster cluster, @TempDir Path directory) throws IOException {
		cluster.startMaster();
		Path file = Files.writeString(directory.resolve("zk"), cluster.mechanism() + "\n");
		assertThat(run("--zk", "file://" + file)).isZero();
	}

	@Test
	void closesItsSession(TestMesosCluster cluster) {
		cluster.startMaster();
		run("--zk", cluster.mechanism());
		Awaitility.await().until(() -> cluster.clientSessions().isEmpty());
	}

	@Test
	void failsWithoutAMaster(TestMesosCluster cluster) {
		cluster.createPath();
		cluster.createRaw("log_replicas", new byte[0]);
		assertThat(run("--zk", cluster.mechanism(), "--timeout", "3s")).isEqualTo(1);
		assertThat(this.out.size()).isZero();
		assertThat(err()).startsWith("No leading Mesos master within 3000 ms")
			.contains(cluster.connectString(), "/test/marco", "log_replicas");
	}

	@Test
	void failsWithoutZooKeeper(TestMesosCluster cluster) {
		cluster.stopZooKeeper();
		String zk = cluster.mechanism().replace("zk://", "zk://user:secret@");
		assertThat(run("--zk", zk, "-a", "--timeout", "300ms")).isEqualTo(1);
		assertThat(this.out.size()).isZero();
		assertThat(err()).contains("CONNECTING").doesNotContain("secret");
	}

	@Test
	void printsItsUsage() {
		assertThat(run("--help")).isZero();
		assertThat(this.err.size()).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("--zk URL", "-a, --all", "--timeout TIME");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://user:secret@zk1:2181", "zk://user:secret@zk1:port/mesos", "user:secret@zk1/mesos",
			"zk://user:sec/ret@zk1/mesos", "zk://user:secret@/mesos", "http://user:secret@zk1/",
			"zk://user@secret:zk1:2181,user@secret:zk2:2181/mesos", "zk://user:secret@zk1,user:secret@zk2/mesos",
			"file:///no/secret", "secret", "zk://zk1:secret/mesos" })
	void refusesAnInvalidUrlWithoutItsPassword(String zk) {
		assertThat(run("--zk", zk)).isEqualTo(2);
		assertThat(this.out.size()).isZero();
		assertThat(err()).contains("for example").doesNotContain("secret", "sec/", "ret@").endsWith("Try --help");
	}

	@Test
	void refusesWrongUsage() {
		assertThat(run("--zk", "zk://zk1/mesos", "--verbose")).isEqualTo(2);
		assertThat(this.out.size()).isZero();
		assertThat(err()).isEqualToIgnoringNewLines("Unknown option --verboseTry --help");
	}

	private int run(String... args) {
		return new LeaderCommand(new PrintStream(this.out, false, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8))
			.run(args);
	}

	private JsonNode json() {
		return new JsonMapper().readTree(this.out.toByteArray());
	}

	private String err() {
		return this.err.toString(StandardCharsets.UTF_8).strip();
	}

}
