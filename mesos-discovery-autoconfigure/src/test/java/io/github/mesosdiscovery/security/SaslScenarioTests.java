package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.faults.EachZooKeeperVersion;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.Outage;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of SASL with DIGEST-MD5 on a path that only its user may read, with each
 * version of the server.
 */
@EachZooKeeperVersion
@SuppressWarnings("NullAway.Init")
class SaslScenarioTests {

	private static final Map<String, String> RIGHT = Map.of("username", "reader", "password", "canary");

	private static final Map<String, String> WRONG = Map.of("username", "reader", "password", "canary2");

	private static final String DEMAND = "the server requires authentication";

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private static final String SERVER = """
			Server {
				org.apache.zookeeper.server.auth.DigestLoginModule required user_reader="canary";
			};
			""";

	@Parameter
	String version;

	private Jaas jaas;

	private ZooKeeperProcess zooKeeper;

	private FaultProxy network;

	private MasterPath path;

	private Znode leader;

	private @Nullable ZooKeeperMasterLocator locator;

	@BeforeEach
	void startServer(@TempDir Path folder) throws IOException {
		Path sections = Files.writeString(folder.resolve("jaas.conf"), SERVER);
		this.jaas = new Jaas();
		this.zooKeeper = ZooKeeperProcess.start(this.version, "-Djava.security.auth.login.config=" + sections,
				"authProvider.1=org.apache.zookeeper.server.auth.SASLAuthenticationProvider");
		this.network = FaultProxy.to(this.zooKeeper.port());
		this.path = new MasterPath(this.zooKeeper.connectString(), "/mesos");
		this.path.create();
		this.leader = this.path.register(MasterFormat.JSON, 5050);
	}

	@AfterEach
	void closeAll() {
		if (this.locator != null) {
			this.locator.close();
		}
		this.jaas.close();
		this.path.close();
		this.network.close();
		this.zooKeeper.close();
	}

	@Test
	@DisplayName("#63 The right SASL password opens the path, and again after a reconnect")
	void theRightPasswordOpensThePath() {
		closeThePath();
		this.jaas.digest(Jaas.CLIENT, RIGHT);
		ZooKeeperMasterLocator following = start(builder().requireSasl());
		awaitLeader(following);
		this.network.reset();
		await().until(() -> this.network.accepted() > 1);
		this.leader.session().close();
		awaitProblem(following, Kind.NO_MASTERS, "No master is registered");
	}

	@Test
	@DisplayName("#63 A wrong SASL password reads nothing and is named, until it is right")
	void aWrongPasswordIsNamedUntilItIsRight() {
		closeThePath();
		this.jaas.digest(Jaas.CLIENT, WRONG);
		ZooKeeperMasterLocator refused = start(builder());
		awaitProblem(refused, Kind.NOT_AUTHORIZED, "Not authenticated to ZooKeeper");
		assertThat(refused.leader()).isEmpty();
		this.jaas.digest(Jaas.CLIENT, RIGHT);
		awaitLeader(refused);
	}

	@Test
	@DisplayName("#63 Without a JAAS section the path stays closed")
	void withoutASectionThePathStaysClosed() {
		closeThePath();
		awaitProblem(start(builder()), Kind.NOT_AUTHORIZED, "The ACL of /mesos");
	}

	@Test
	@DisplayName("#79 The server demands SASL of a locator without it: the leader is withdrawn, the demand is named")
	void theServerDemandsSasl() {
		Assumptions.assumeTrue(this.version.compareTo("3.6") >= 0, "An older server cannot demand SASL");
		this.leader.delete();
		this.leader = this.path.register(MasterFormat.JSON, SimulatedMasters.info(5051).build(), TIMEOUT);
		ZooKeeperMasterLocator following = start(direct());
		awaitLeader(following);
		this.zooKeeper.kill();
		try (Outage outage = Outage.begin(TIMEOUT)) {
			this.zooKeeper.restart("-Dzookeeper.sessionRequireClientSASLAuth=true");
			this.leader.session().crash();
			outage.awaitWithdrawal(following);
			// The client sets its watches first, and keeps the refusal of that to itself.
			awaitProblem(following, Kind.NOT_AUTHORIZED, DEMAND);
		}
		try (ZooKeeperMasterLocator late = direct().build(); Outage outage = Outage.begin(TIMEOUT)) {
			late.start();
			MasterProblem problem = outage.awaitWithdrawal(late);
			assertThat(problem.message()).contains(DEMAND);
			assertThat(problem.kind()).isEqualTo(Kind.NOT_AUTHORIZED);
			this.zooKeeper.kill();
			this.zooKeeper.restart();
			this.leader = this.path.register(MasterFormat.JSON, 5052);
			awaitLeader(late);
		}
		awaitLeader(following);
	}

	private void closeThePath() {
		this.path.setAcl(List.of(new ACL(Perms.READ, new Id("sasl", "reader"))));
	}

	/** A proxy would reset the connection that the server closes, and lose its word. */
	private ZooKeeperMasterLocator.Builder direct() {
		return ZooKeeperMasterLocator.builder(this.path.mechanism()).sessionTimeout(TIMEOUT);
	}

	private ZooKeeperMasterLocator.Builder builder() {
		return ZooKeeperMasterLocator.builder("zk://" + this.network.connectString() + this.path.path())
			.sessionTimeout(Duration.ofSeconds(2));
	}

	private ZooKeeperMasterLocator start(ZooKeeperMasterLocator.Builder builder) {
		ZooKeeperMasterLocator started = builder.build();
		this.locator = started;
		started.start();
		return started;
	}

	private void awaitLeader(ZooKeeperMasterLocator locator) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> locator.leader().map((found) -> found.znode().equals(this.leader.name())).orElse(false));
	}

	private static void awaitProblem(ZooKeeperMasterLocator locator, Kind kind, String part) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(locator.snapshot().problem()).map(MasterProblem::message)
				.get()
				.asString()
				.contains(part));
		assertThat(locator.snapshot().problem()).map(MasterProblem::kind).contains(kind);
	}

}
