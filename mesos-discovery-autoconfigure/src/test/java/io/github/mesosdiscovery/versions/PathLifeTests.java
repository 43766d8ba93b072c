package io.github.mesosdiscovery.versions;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of the path, step by step through the endpoint, the health and the events.
 */
class PathLifeTests extends AbstractVersionTests {

	private static final byte[] NONSENSE = "nonsense".getBytes(StandardCharsets.UTF_8);

	@Test
	void pathIsFollowedFromBeforeItIsThereToItsSecondEnd() {
		FollowingApplication application = follow();
		assertNobodyLeads(application, application.awaitProblem("NO_PATH"));

		this.path.create();
		assertNobodyLeads(application, application.awaitProblem("NO_MASTERS"));

		Znode first = this.path.register(MasterFormat.JSON, 5050);
		assertLeads(application, application.awaitLeader(first), first, 5050);
		Znode second = this.path.register(MasterFormat.PROTOBUF, 5051);
		Znode third = this.path.register(MasterFormat.UPID, 5052);
		this.path.createChild("log_replicas", new byte[0]);
		JsonNode mesos = application.await((answer) -> answer.path("masters").size() == 3);
		assertMasters(mesos, first, second, third);
		assertLeads(application, mesos, first, 5050);

		first.session().crash();
		first.session().expire(zooKeeper.connectString());
		mesos = application.awaitLeader(second);
		assertLeads(application, mesos, second, 5051);
		assertMasters(mesos, second, third);

		second.setData(MasterFormat.PROTOBUF.encode(SimulatedMasters.info(6051).build()));
		mesos = application.await((answer) -> answer.at("/leader/port").asInt(0) != 5051);
		assertLeads(application, mesos, second, 6051);

		second.setData(NONSENSE);
		mesos = application.awaitProblem("UNREADABLE");
		assertNobodyLeads(application, mesos);
		assertMasters(mesos, second, third);
		assertUnreadable(mesos, second);

		second.setData(MasterFormat.PROTOBUF.encode(SimulatedMasters.info(5051).build()));
		assertLeads(application, application.awaitLeader(second), second, 5051);

		Znode strange = this.path.createChild("xml.info_0000000000", NONSENSE);
		mesos = application.awaitProblem("UNREADABLE");
		assertNobodyLeads(application, mesos);
		assertMasters(mesos, strange, second, third);
		assertUnreadable(mesos, strange);
		strange.delete();
		assertLeads(application, application.awaitLeader(second), second, 5051);

		this.path.delete();
		mesos = application.awaitProblem("NO_PATH");
		assertNobodyLeads(application, mesos);
		assertThat(mesos.path("masters")).isEmpty();

		this.path.create();
		Znode newcomer = this.path.register(MasterFormat.JSON, 5053);
		assertThat(newcomer.name()).endsWith("_0000000000");
		assertLeads(application, application.awaitLeader(newcomer), newcomer, 5053);
		newcomer.session().close();
		assertNobodyLeads(application, application.awaitProblem("NO_MASTERS"));

		assertThat(application.awaitChanges(10)).containsExactly("ELECTED " + first.name(), "ELECTED " + second.name(),
				"ELECTED " + second.name(), "UNREADABLE none", "ELECTED " + second.name(), "UNREADABLE none",
				"ELECTED " + second.name(), "NO_MASTERS none", "ELECTED " + newcomer.name(), "NO_MASTERS none");
		assertThat(application.mesos().path("changes").valueStream().map((change) -> change.get("reason").asString()))
			.containsExactly("ELECTED", "ELECTED", "ELECTED", "UNREADABLE", "ELECTED", "UNREADABLE", "ELECTED",
					"NO_MASTERS", "ELECTED", "NO_MASTERS");
	}

	private static void assertLeads(FollowingApplication application, JsonNode mesos, Znode znode, int port) {
		JsonNode leader = mesos.get("leader");
		assertThat(leader.get("znode").asString()).isEqualTo(znode.name());
		assertThat(leader.get("epoch").asLong()).isEqualTo(znode.epoch());
		assertThat(leader.get("sequence").asInt()).isEqualTo(Integer.parseInt(znode.name().replaceAll(".*_", "")));
		assertThat(leader.get("port").asInt()).isEqualTo(port);
		assertThat(leader.get("ip").asString()).isEqualTo("127.0.0.1");
		assertThat(leader.get("pid").asString()).isEqualTo("master@127.0.0.1:" + port);
		assertThat(leader.get("url").asString()).isEqualTo("http://127.0.0.1:" + port);
		assertThat(leader.get("leading").asBoolean()).isTrue();
		assertThat(mesos.get("masters").get(0)).isEqualTo(leader);
		assertThat(mesos.get("problem").isNull()).isTrue();
		assertThat(mesos.at("/connection/state").asString()).isEqualTo("CONNECTED");
		JsonNode health = application.health();
		assertThat(health.get("status").asString()).isEqualTo("UP");
		assertThat(health.at("/details/leader/znode").asString()).isEqualTo(znode.name());
		assertThat(health.at("/details/leader/url").asString()).isEqualTo("http://127.0.0.1:" + port);
	}

	private static void assertNobodyLeads(FollowingApplication application, JsonNode mesos) {
		assertThat(mesos.get("leader").isNull()).isTrue();
		assertThat(mesos.at("/connection/state").asString()).isEqualTo("CONNECTED");
		JsonNode health = application.health();
		assertThat(health.get("status").asString()).isEqualTo("DOWN");
		assertThat(health.at("/details/problem")).isEqualTo(mesos.at("/problem/message"));
	}

	private static void assertMasters(JsonNode mesos, Znode... znodes) {
		assertThat(mesos.get("masters").valueStream().map((master) -> master.get("znode").asString()))
			.containsExactlyElementsOf(Stream.of(znodes).map(Znode::name).toList());
		assertThat(mesos.get("masters").valueStream().map((master) -> master.get("leading").asBoolean()))
			.startsWith(true)
			.containsOnlyOnce(true);
	}

	private static void assertUnreadable(JsonNode mesos, Znode znode) {
		JsonNode first = mesos.get("masters").get(0);
		assertThat(first.get("error").asString()).isNotEmpty();
		assertThat(first.has("id")).isFalse();
		assertThat(mesos.at("/problem/znode").asString()).isEqualTo(znode.name());
		assertThat(mesos.at("/problem/message").asString()).contains(first.get("error").asString());
	}

}
