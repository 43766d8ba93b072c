package io.github.mesosdiscovery.versions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the children of the path and their data are read.
 */
class ReadingTests extends AbstractVersionTests {

	private static final String MASTER = "\"id\":\"a\",\"hostname\":\"host\",\"port\":5050,\"ip\":3892422848";

	@Test
	void aNegativeSequenceLeadsAndOtherChildrenAreIgnored() {
		this.path.create();
		IntStream.range(0, 38).forEach((i) -> this.path.createChild("other" + i, new byte[0]));
		this.path.createChild("json.info_", new byte[0]);
		this.path.createChild("json.info_9999999999", new byte[0]);
		Znode highest = this.path.createChild("info_2147483647", encoded(MasterFormat.PROTOBUF));
		Znode zero = this.path.createChild("json.info_0000000000", encoded(MasterFormat.JSON));
		Znode lowest = this.path.createChild("json.info_-2147483648", encoded(MasterFormat.JSON));
		FollowingApplication application = follow();
		JsonNode mesos = application.awaitLeader(lowest);
		assertThat(mesos.at("/leader/sequence").asInt()).isEqualTo(Integer.MIN_VALUE);
		mesos = application.await((answer) -> answer.path("masters").size() >= 3);
		assertThat(znodes(mesos)).containsExactly(lowest.name(), zero.name(), highest.name());
		lowest.delete();
		application.awaitLeader(zero);
	}

	@Test
	void labelsShareTheSequencesUnlessTheyAreChosen() {
		this.path.create();
		Znode strange = this.path.createChild("xml.info_0000000000", encoded(MasterFormat.JSON));
		Znode bare = this.path.createChild("0000000001", encoded(MasterFormat.UPID));
		Znode json = this.path.createChild("json.info_0000000003", encoded(MasterFormat.JSON));
		Znode protobuf = this.path.createChild("info_0000000002", encoded(MasterFormat.PROTOBUF));
		FollowingApplication all = follow();
		FollowingApplication chosen = follow("mesos.discovery.zk.labels=json.info");
		assertThat(znodes(all.awaitProblem("UNREADABLE"))).containsExactly(strange.name(), bare.name(), protobuf.name(),
				json.name());
		assertThat(znodes(chosen.awaitLeader(json))).containsExactly(json.name());
		Znode leading = strange;
		for (Znode next : List.of(bare, protobuf, json)) {
			leading.delete();
			all.awaitLeader(next);
			leading = next;
		}
		assertThat(chosen.awaitChanges(1)).containsExactly("ELECTED " + json.name());
	}

	@Test
	void hostAndPortComeFromTheFirstPlaceThatHasThem() {
		this.path.create();
		FollowingApplication application = follow();
		Znode znode = this.path.createChild("json.info_0000000000", new byte[0]);
		application.awaitProblem("UNREADABLE");
		String address = "\"address\":{\"ip\":\"10.0.0.1\",\"port\":5051}";
		String pid = "\"pid\":\"master@10.0.0.2:5052\"";
		assertAddress(application, znode, MASTER + "," + pid + "," + address, "10.0.0.1", "http://10.0.0.1:5051");
		assertAddress(application, znode, MASTER + "," + pid, "10.0.0.2", "http://10.0.0.2:5052");
		assertAddress(application, znode, MASTER, "192.168.1.232", "http://192.168.1.232:5050");
		assertAddress(application, znode, MASTER + ",\"address\":{\"ip\":\"2001:db8::1\",\"port\":5051}", "2001:db8::1",
				"http://[2001:db8::1]:5051");
		assertAddress(application, znode, MASTER + ",\"pid\":\"master@[2001:db8::2]:5052\"", "2001:db8::2",
				"http://[2001:db8::2]:5052");
		assertAddress(application, znode, MASTER + "," + address.replace("0.1", "0.3") + ",\"new\":{\"in\":[1.12]}",
				"10.0.0.3", "http://10.0.0.3:5051");
	}

	@Test
	void hostileDataIsRefusedAndNobodyIsPromoted() {
		this.path.create();
		Znode znode = this.path.createChild("json.info_0000000000", encoded(MasterFormat.JSON));
		this.path.createChild("json.info_0000000001", encoded(MasterFormat.JSON));
		FollowingApplication application = follow();
		application.await((answer) -> answer.path("masters").size() == 2);
		List<byte[]> hostile = List.of(new byte[0], new byte[] { '{', (byte) 0xff, '}' },
				utf8("{" + MASTER + ",\"x\":\"" + "a".repeat(65536) + "\"}"), utf8("{" + MASTER + ",\"id\":\"b\"}"),
				utf8("{" + MASTER + ",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}"), utf8("{" + MASTER + "}}"),
				utf8("{" + MASTER.replace("5050", "65536") + "}"));
		for (byte[] data : hostile) {
			znode.setData(data);
			JsonNode mesos = application.awaitProblem("UNREADABLE");
			assertThat(mesos.get("leader").isNull()).isTrue();
			assertThat(znodes(mesos)).containsExactly("json.info_0000000000", "json.info_0000000001");
			assertThat(mesos.at("/masters/0/error").asString()).isNotEmpty();
			assertThat(mesos.at("/masters/1/leading").asBoolean()).isFalse();
			znode.setData(encoded(MasterFormat.JSON));
			application.awaitLeader(znode);
		}
	}

	@Test
	void aTextThatIsNotNeededToReachTheLeaderIsLeftOut() {
		this.path.create();
		Znode znode = this.path.createChild("json.info_0000000000",
				utf8("{" + MASTER.replace("host\",", "evil.example/@\",") + "}"));
		FollowingApplication application = follow();
		application.await((answer) -> answer.at("/leader/hostname").asString("").equals("192.168.1.232"));
		znode.setData(utf8("{" + MASTER.replace("\"a\"", "\"a\\n\"") + "}"));
		JsonNode mesos = application.await((answer) -> answer.at("/leader/hostname").asString("").equals("host"));
		assertThat(mesos.at("/leader/id").asString()).doesNotContain("\n");
	}

	private static void assertAddress(FollowingApplication application, Znode znode, String json, String ip,
			String url) {
		znode.setData(utf8("{" + json + "}"));
		JsonNode mesos = application.await((answer) -> answer.at("/leader/url").asString("").equals(url));
		assertThat(mesos.at("/leader/ip").asString()).isEqualTo(ip);
	}

	private static List<String> znodes(JsonNode mesos) {
		return mesos.get("masters").valueStream().map((master) -> master.get("znode").asString()).toList();
	}

	private static byte[] encoded(MasterFormat format) {
		return format.encode(SimulatedMasters.info(5050).build());
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
