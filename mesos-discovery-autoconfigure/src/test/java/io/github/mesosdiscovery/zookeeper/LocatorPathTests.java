package io.github.mesosdiscovery.zookeeper;

import java.security.NoSuchAlgorithmException;
import java.util.List;

import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.test.SimulatedMaster;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for paths that are missing, created, deleted or not readable.
 */
class LocatorPathTests extends AbstractLocatorTests {

	private static final List<ACL> NOBODY = List.of(new ACL(ZooDefs.Perms.ALL, new Id("ip", "192.0.2.1")));

	@Test
	void pathIsFollowedWhenItIsCreatedDeletedAndCreatedAgain() {
		ZooKeeperMasterLocator locator = start();
		awaitProblem(locator, Kind.NO_PATH);
		this.cluster.createPath();
		awaitProblem(locator, Kind.NO_MASTERS);
		SimulatedMaster first = this.cluster.startMaster();
		SimulatedMaster second = this.cluster.startMaster();
		awaitLeader(locator, first.znode());
		this.cluster.deletePath();
		awaitProblem(locator, Kind.NO_PATH);
		assertThat(locator.masters()).isEmpty();
		SimulatedMaster third = this.cluster.startMaster();
		await().until(() -> locator.leader().map((leader) -> leader.epoch() == third.epoch()).orElse(false));
		assertThat(third.sequence()).isLessThanOrEqualTo(second.sequence());
		assertThat(masters(locator)).containsExactly(third.znode());
	}

	@Test
	void nestedPathIsFollowed() {
		ZooKeeperMasterLocator locator = start(ZooKeeperMasterLocator.builder(this.cluster.mechanism() + "/a/b"));
		awaitProblem(locator, Kind.NO_PATH);
		this.cluster.createPath();
		this.cluster.createRaw("a", new byte[0]);
		this.cluster.createRaw("a/b", new byte[0]);
		awaitProblem(locator, Kind.NO_MASTERS);
	}

	@Test
	void pathThatIsNotReadableIsNamedAndRecovers() {
		SimulatedMaster first = this.cluster.startMaster();
		ZooKeeperMasterLocator locator = start();
		awaitLeader(locator, first.znode());
		this.cluster.setAcl(this.cluster.path(), NOBODY);
		this.cluster.startMaster();
		awaitProblem(locator, Kind.NOT_AUTHORIZED);
		assertThat(locator.leader()).isEmpty();
		assertThat(locator.snapshot().problem().orElseThrow().message()).contains(this.cluster.path()).contains("ACL");
		this.cluster.setAcl(this.cluster.path(), ZooDefs.Ids.OPEN_ACL_UNSAFE);
		awaitChanges("ELECTED " + first.znode(), "NOT_AUTHORIZED none", "ELECTED " + first.znode());
	}

	@Test
	void leaderThatIsNotReadableIsNotReplacedAndRecovers() {
		SimulatedMaster first = this.cluster.startMaster();
		this.cluster.startMaster();
		this.cluster.setAcl(first.path(), NOBODY);
		ZooKeeperMasterLocator locator = start();
		awaitProblem(locator, Kind.NOT_AUTHORIZED);
		assertThat(locator.leader()).isEmpty();
		this.cluster.setAcl(first.path(), ZooDefs.Ids.OPEN_ACL_UNSAFE);
		awaitLeader(locator, first.znode());
	}

	@Test
	void rightToReadSuffices() {
		SimulatedMaster first = this.cluster.startMaster();
		this.cluster.setAcl(this.cluster.path(), ZooDefs.Ids.READ_ACL_UNSAFE);
		this.cluster.setAcl("/", List.of(new ACL(ZooDefs.Perms.READ, ZooDefs.Ids.ANYONE_ID_UNSAFE)));
		awaitLeader(start(), first.znode());
	}

	@Test
	void digestCredentialsGiveAccess() throws NoSuchAlgorithmException {
		SimulatedMaster first = this.cluster.startMaster();
		List<ACL> owner = List.of(new ACL(ZooDefs.Perms.READ,
				new Id("digest", DigestAuthenticationProvider.generateDigest("jake:p@ss:word"))));
		this.cluster.setAcl(this.cluster.path(), owner);
		this.cluster.setAcl(first.path(), owner);
		String servers = this.cluster.connectString() + this.cluster.path();
		awaitProblem(start(), Kind.NOT_AUTHORIZED);
		awaitProblem(start(ZooKeeperMasterLocator.builder("zk://jake:wrong@" + servers)), Kind.NOT_AUTHORIZED);
		awaitLeader(start(ZooKeeperMasterLocator.builder("zk://jake:p@ss:word@" + servers)), first.znode());
		awaitLeader(start(builder().credentials("jake", "p@ss:word")), first.znode());
	}

}
