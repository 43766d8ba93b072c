package io.github.mesosdiscovery.versions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.versions.CapturedMasters.Captured;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Znodes that real masters wrote, and the paths that they stood in.
 */
class CapturedMastersTests extends AbstractVersionTests {

	@Test
	void everyMasterIsShownAsItPublishedItself() {
		this.path.create();
		FollowingApplication application = follow();
		List<Captured> masters = CapturedMasters.all();
		assertThat(masters).hasSize(11);
		for (Captured master : masters) {
			Znode znode = this.path.createChild(master.znode(), master.data());
			JsonNode mesos = application.awaitLeader(znode);
			JsonNode leader = mesos.get("leader");
			assertThat(leader.get("id").asString()).isEqualTo(master.id());
			assertThat(leader.get("ip").asString()).isEqualTo(master.ip());
			assertThat(leader.get("port").asInt()).isEqualTo(master.port());
			assertThat(leader.path("version").asString(null)).isEqualTo(master.version());
			assertThat(leader.get("pid").asString()).isEqualTo("master@" + master.ip() + ":" + master.port());
			assertThat(leader.get("url").asString()).isEqualTo("http://" + master.ip() + ":" + master.port());
			assertThat(mesos.get("masters").values()).containsExactly(leader);
			JsonNode health = application.health();
			assertThat(health.get("status").asString()).isEqualTo("UP");
			assertThat(health.at("/details/leader/id").asString()).isEqualTo(master.id());
			znode.delete();
			application.awaitProblem("NO_MASTERS");
		}
	}

	@Test
	void everyListingIsPutIntoTheOrderOfTheElection() {
		this.path.create();
		FollowingApplication application = follow();
		for (List<String> listing : CapturedMasters.listings()) {
			List<Znode> children = create(listing);
			List<String> expected = listing.stream()
				.filter((name) -> !name.equals("log_replicas"))
				.sorted(Comparator.comparing((name) -> name.substring(name.lastIndexOf('_'))))
				.toList();
			JsonNode mesos = application.await((answer) -> answer.path("masters").size() == expected.size());
			assertThat(mesos.get("masters").valueStream().map((master) -> master.get("znode").asString()))
				.containsExactlyElementsOf(expected);
			assertThat(mesos.at("/leader/znode").asString()).isEqualTo(expected.get(0));
			children.forEach(Znode::delete);
			application.awaitProblem("NO_MASTERS");
		}
	}

	@Test
	void replicaOfTheLogIsNoMaster() {
		this.path.create();
		FollowingApplication application = follow();
		this.path.createChild("log_replicas", new byte[0]);
		this.path.createChild("log_replicas/0000000000", CapturedMasters.logReplica());
		Znode master = this.path.createChild("json.info_0000000017",
				MasterFormat.JSON.encode(SimulatedMasters.info(5050).build()));
		assertThat(application.awaitLeader(master).get("masters")).hasSize(1);
		Znode lost = this.path.createChild("0000000000", CapturedMasters.logReplica());
		JsonNode mesos = application.awaitProblem("UNREADABLE");
		assertThat(mesos.get("leader").isNull()).isTrue();
		assertThat(mesos.at("/problem/znode").asString()).isEqualTo(lost.name());
		assertThat(mesos.at("/masters/0/error").asString()).contains("log-replica(1)@192.168.1.232:5050");
	}

	private List<Znode> create(List<String> names) {
		List<Znode> znodes = new ArrayList<>();
		for (String name : names) {
			MasterFormat format = name.startsWith("json.") ? MasterFormat.JSON : MasterFormat.PROTOBUF;
			znodes.add(this.path.createChild(name, format.encode(SimulatedMasters.info(5050 + znodes.size()).build())));
		}
		return znodes;
	}

}
