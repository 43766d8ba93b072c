package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.faults.EachZooKeeperVersion;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.SessionEnd;
import io.github.mesosdiscovery.faults.ZooKeeperEnsemble;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of an ensemble of three, each member behind a network of its own.
 */
@EachZooKeeperVersion
@SuppressWarnings("NullAway.Init")
class EnsembleScenarioTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static ZooKeeperEnsemble ensemble;

	private static int paths;

	@Parameter
	String version;

	private List<FaultProxy> networks;

	private MasterPath path;

	private FollowedMasters masters;

	private Znode first;

	private Znode second;

	@BeforeParameterizedClassInvocation
	static void startEnsemble(String version) {
		ensemble = ZooKeeperEnsemble.start(version, "-Dreadonlymode.enabled=true",
				"-Dorg.slf4j.simpleLogger.defaultLogLevel=info", "reconfigEnabled=true", "skipACL=yes");
	}

	@AfterParameterizedClassInvocation
	static void stopEnsemble() {
		ensemble.close();
	}

	@BeforeEach
	void register() {
		launchAll();
		this.networks = ensemble.members().stream().map((member) -> FaultProxy.to(member.port())).toList();
		this.path = new MasterPath(ensemble.connectString(), "/mesos" + ++paths);
		this.path.create();
		this.first = this.path.register(MasterFormat.JSON, 5050);
		this.second = this.path.register(MasterFormat.JSON, 5051);
	}

	@AfterEach
	void close() {
		if (this.masters != null) {
			this.masters.close();
		}
		launchAll();
		this.path.close();
		this.networks.forEach(FaultProxy::close);
	}

	@Test
	@DisplayName("#47 The member that the locator is connected to is killed: it goes to another, and nothing is heard")
	void theConnectedMemberIsKilled() {
		follow(builder().sessionTimeout(AbstractScenarioTests.LONG_SESSION));
		int killed = connected();
		ensemble.members().get(killed).kill();
		assertThat(awaitConnectedOtherThan(killed)).isNotEqualTo(killed);
		this.masters.awaitMasters(2);
		assertFollowed();
	}

	@Test
	@DisplayName("#48 All members are restarted one after the other: masters, sessions and leader stay")
	void allMembersAreRestarted() {
		follow(builder().sessionTimeout(AbstractScenarioTests.LONG_SESSION));
		long session = this.masters.session();
		long epoch = this.first.epoch();
		for (ZooKeeperProcess member : ensemble.members()) {
			member.kill();
			member.restart();
		}
		this.masters.awaitMasters(2);
		assertThat(this.masters.session()).isEqualTo(session);
		assertFollowed();
		assertThat(this.masters.epochs()).containsExactly(epoch, this.second.epoch());
	}

	@Test
	@DisplayName("#49 #51 All members but ours are killed: no leader, though that one would serve those who only read")
	void allOtherMembersAreKilled() {
		follow(builder().sessionTimeout(AbstractScenarioTests.SHORT_SESSION));
		int ours = connected();
		ensemble.members()
			.stream()
			.filter((member) -> member != ensemble.members().get(ours))
			.forEach(ZooKeeperProcess::kill);
		this.masters.awaitChanges("ELECTED " + this.first.name(), "DISCONNECTED none");
		await().atMost(LIMIT).until(() -> ensemble.members().get(ours).ask("srvr").contains("Mode: read-only"));
		int attempts = this.networks.get(ours).accepted();
		await().atMost(LIMIT).until(() -> this.networks.get(ours).accepted() > attempts + 1);
		MasterSnapshot snapshot = this.masters.locator.snapshot();
		assertThat(snapshot.connection().state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(snapshot.registrations()).isEmpty();
		assertThat(snapshot.problem().orElseThrow().kind()).isEqualTo(Kind.DISCONNECTED);
		assertThat(snapshot.problem().orElseThrow().message()).contains("has not responded for the session timeout");
		// A session that expires while it is read-only, as the locator's may, leaves a
		// transaction in its memory, and when it leads, others are made to forget what
		// they know (ZOOKEEPER-3526).
		ensemble.members().get(ours).kill();
		launchAll();
		this.masters.awaitChanges("ELECTED " + this.first.name(), "DISCONNECTED none", "ELECTED " + this.first.name());
		this.first.delete();
		this.masters.awaitLeader(this.second);
	}

	@Test
	@DisplayName("#50 The session moves from member to member: it stays the same session, and nothing is heard")
	void theSessionMoves() {
		follow(builder().sessionTimeout(AbstractScenarioTests.LONG_SESSION));
		long session = this.masters.session();
		for (int i = 0; i < 3; i++) {
			int left = connected();
			this.networks.get(left).cut();
			awaitConnectedOtherThan(left);
			this.masters.awaitMasters(2);
			this.networks.get(left).restore();
			assertThat(this.masters.session()).isEqualTo(session);
		}
		assertFollowed();
	}

	@Test
	@DisplayName("#55 The ensemble is reconfigured: the servers stay those that were given")
	void theEnsembleIsReconfigured() throws Exception {
		Assumptions.assumeFalse(this.version.equals(ZooKeeperVersions.OLDEST), "ZooKeeper 3.4 has no reconfiguration");
		follow(builder().sessionTimeout(AbstractScenarioTests.LONG_SESSION));
		String joining = "server.4=127.0.0.1:" + this.networks.get(0).port() + ":" + this.networks.get(1).port()
				+ ":observer;127.0.0.1:" + this.networks.get(2).port();
		ZooKeeperAdmin admin = new ZooKeeperAdmin(ensemble.connectString(), 15_000, (event) -> {
		});
		try {
			await().until(() -> admin.getState().isConnected());
			assertThat(new String(admin.reconfigure(joining, null, null, -1, new Stat()))).contains("server.4=");
			SessionEnd.of(ensemble.connectString(), this.masters.client());
			this.masters.awaitChanges("ELECTED " + this.first.name(), "DISCONNECTED none",
					"ELECTED " + this.first.name());
			this.masters.awaitMasters(2);
			assertThat(this.networks.stream().mapToInt(FaultProxy::connections).sum()).isEqualTo(1);
			assertThat(ensemble.members()).noneMatch((member) -> member.ask("wchp").contains("/zookeeper/config"));
			admin.reconfigure(null, "4", null, -1, new Stat());
		}
		finally {
			admin.close(1000);
		}
		this.first.delete();
		this.masters.awaitLeader(this.second);
	}

	private ZooKeeperMasterLocator.Builder builder() {
		return ZooKeeperMasterLocator
			.builder("zk://" + this.networks.stream().map(FaultProxy::connectString).collect(Collectors.joining(","))
					+ this.path.path());
	}

	private void follow(ZooKeeperMasterLocator.Builder builder) {
		this.masters = new FollowedMasters(builder);
		this.masters.awaitMasters(2);
	}

	private static void launchAll() {
		ensemble.members().stream().filter((member) -> !member.isAlive()).forEach(ZooKeeperProcess::launch);
		ensemble.awaitAll();
	}

	private int connected() {
		return awaitConnectedOtherThan(-1);
	}

	private int awaitConnectedOtherThan(int left) {
		return await()
			.until(() -> IntStream.range(0, this.networks.size())
				.filter((i) -> i != left && this.networks.get(i).connections() > 0)
				.boxed()
				.toList(), (found) -> found.size() == 1)
			.get(0);
	}

	/** Nothing was heard but the leader, and the next change is. */
	private void assertFollowed() {
		assertThat(this.masters.changes()).containsExactly("ELECTED " + this.first.name());
		this.first.delete();
		this.masters.awaitChanges("ELECTED " + this.first.name(), "ELECTED " + this.second.name());
	}

}
