package io.github.mesosdiscovery.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of the names of the children, which decide who takes part in the election.
 */
class NamingScenarioTests extends AbstractScenarioTests {

	@BeforeEach
	void createPath() {
		this.path.create();
	}

	@Test
	@DisplayName("#7 Masters listed in no order: the numerically lowest sequence leads")
	void theNumericallyLowestSequenceLeads() {
		List<Znode> znodes = IntStream.of(46, 32, 58, 61, 8)
			.mapToObj("info_%010d"::formatted)
			.map(this::child)
			.toList();
		FollowedMasters masters = followForLong();
		List<Znode> order = IntStream.of(4, 1, 0, 2, 3).mapToObj(znodes::get).toList();
		masters.awaitHeard(order.toArray(Znode[]::new));
		for (int i = 0; i < 4; i++) {
			order.get(i).delete();
			masters.awaitHeard(order.subList(i + 1, 5).toArray(Znode[]::new));
		}
		assertThat(masters.changes())
			.containsExactlyElementsOf(order.stream().map(NamingScenarioTests::elected).toList());
	}

	@Test
	@DisplayName("#8 Children that are no registrations are ignored")
	void childrenThatAreNoRegistrationsAreIgnored() {
		List<String> names = List.of("log_replicas_fdgwsdfgsdf", "foo_lskdjfglsdkfsdfgdfg", "bar");
		Stream.of("log_replicas_fdgwsdfgsdf", "foo_lskdjfglsdkfsdfgdfg").forEach(this::child);
		Znode second = child("info_0000000032");
		FollowedMasters masters = followForLong();
		masters.awaitHeard(second);
		assertThat(masters.locator.snapshot().otherChildren()).containsExactlyInAnyOrderElementsOf(names.subList(0, 2));
		Znode bar = child("bar");
		masters.await((snapshot) -> snapshot.otherChildren().size() == 3);
		bar.delete();
		masters.await((snapshot) -> snapshot.otherChildren().size() == 2);
		Znode third = child("info_0000000046");
		masters.awaitHeard(second, third);
		assertThat(masters.changes()).containsExactly(elected(second));
		assertThat(masters.masters).hasSize(2);
	}

	@Test
	@DisplayName("#9 Registrations of all formats take part in one election")
	void allFormatsTakePartInOneElection() {
		Znode protobuf = this.path.register(MasterFormat.PROTOBUF, 5050);
		Znode upid = this.path.register(MasterFormat.UPID, 5051);
		Znode json = this.path.register(MasterFormat.JSON, 5052);
		FollowedMasters masters = followForLong();
		masters.awaitHeard(protobuf, upid, json);
		protobuf.session().close();
		masters.awaitHeard(upid, json);
		upid.session().close();
		masters.awaitHeard(json);
		Znode last = this.path.register(MasterFormat.PROTOBUF, 5053);
		masters.awaitHeard(json, last);
		assertThat(masters.changes()).containsExactly(elected(protobuf), elected(upid), elected(json));
		assertThat(masters.leaders.stream().map((event) -> event.getLeader().orElseThrow().port()))
			.containsExactly(5050, 5051, 5052);
	}

	@Test
	@DisplayName("#10 What a master publishes is what its users read, under its label")
	void whatAMasterPublishesIsWhatItsUsersRead() {
		MasterInfo info = SimulatedMasters.info(5050).build();
		Znode json = this.path.register(MasterFormat.JSON, info);
		MasterInfo next = SimulatedMasters.info(5051).build();
		Znode protobuf = this.path.register(MasterFormat.PROTOBUF, next);
		FollowedMasters masters = followForLong();
		masters.awaitHeard(json, protobuf);
		assertThat(masters.locator.masters()).extracting(MesosMaster::masterInfo).containsExactly(info, next);
		assertThat(masters.locator.masters()).extracting(MesosMaster::znode)
			.containsExactly("json.info_0000000000", "info_0000000001");
		assertThat(masters.locator.leader()).get()
			.returns(info.getId(), MesosMaster::id)
			.returns(0, MesosMaster::sequence)
			.returns(json.epoch(), MesosMaster::epoch);
		assertThat(masters.changes()).containsExactly(elected(json));
	}

	@Test
	@DisplayName("#11 The lowest registration has an unknown label: nobody leads, and no other is promoted")
	void anUnknownLabelIsNotPassedOver() {
		Znode first = register();
		Znode strange = child("xml.info_-0000000001");
		FollowedMasters masters = followForLong();
		MasterSnapshot snapshot = masters.awaitProblem(Kind.UNREADABLE);
		assertThat(snapshot.leader()).isEmpty();
		assertThat(snapshot.problem()).map(MasterProblem::znode).contains(strange.name());
		masters.await(MasterSnapshot::isComplete);
		Znode second = register();
		masters.awaitHeard(strange, first, second);
		assertThat(masters.locator.leader()).isEmpty();
		assertThat(masters.changes()).isEmpty();
		strange.delete();
		masters.awaitHeard(first, second);
		assertThat(masters.changes()).containsExactly(elected(first));
	}

	@Test
	@DisplayName("#12 Protected names and locks of other recipes count only if they are asked for")
	void locksOfOtherRecipesAreIgnored() {
		String guid = "_c_" + UUID.randomUUID();
		child(guid + "-lock-0000000000");
		Znode other = child(guid + "-json.info_0000000001");
		Znode master = child("json.info_0000000002");
		FollowedMasters narrow = follow(builder().sessionTimeout(LONG_SESSION).labels(Set.of("json.info")));
		narrow.awaitHeard(master);
		assertThat(narrow.locator.snapshot().otherChildren()).hasSize(2);
		// For Mesos it is a registration that it does not understand.
		FollowedMasters all = followForLong();
		MasterSnapshot snapshot = all.awaitProblem(Kind.UNREADABLE);
		assertThat(snapshot.problem()).map(MasterProblem::znode).contains(other.name());
		all.awaitHeard(other, master);
		other.delete();
		all.awaitHeard(master);
		assertThat(all.locator.snapshot().registrations()).extracting(MasterRegistration::znode)
			.containsExactly(master.name());
		Znode last = child("json.info_0000000003");
		narrow.awaitHeard(master, last);
		all.awaitHeard(master, last);
		assertThat(narrow.changes()).containsExactly(elected(master));
		assertThat(all.changes()).containsExactly(elected(master));
	}

	private static String elected(Znode znode) {
		return "ELECTED " + znode.name();
	}

}
