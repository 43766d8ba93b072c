package io.github.mesosdiscovery.catalogue;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.MasterSession;
import io.github.mesosdiscovery.faults.SessionEnd;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of who may read what.
 */
class SecurityScenarioTests extends AbstractScenarioTests {

	private static final String ADMIN = "admin:admin";

	private static final String READER = "reader:canary";

	@Test
	@DisplayName("#57 User, password, several servers and a nested path in one zk:// URL")
	void theWholeUrlIsUsed() throws NoSuchAlgorithmException {
		this.path.create();
		this.path.createChild("a", new byte[0]);
		this.path.createChild("a/b", new byte[0]);
		try (MasterPath nested = new MasterPath(zooKeeper.connectString(), this.path.path() + "/a/b");
				FaultProxy absent = FaultProxy.to(zooKeeper.port())) {
			absent.cut();
			Znode master = nested.register(MasterFormat.JSON, 5050);
			nested.authenticate(ADMIN);
			nested.setAcl(List.of(acl(Perms.ALL, ADMIN), acl(Perms.READ, READER)));
			FollowedMasters masters = follow(ZooKeeperMasterLocator.builder("zk://" + READER + "@"
					+ absent.connectString() + "," + this.network.connectString() + nested.path()));
			MasterSnapshot snapshot = masters.awaitLeader(master);
			assertThat(snapshot.connection().path()).isEqualTo(nested.path());
			assertThat(snapshot.connection().ensemble())
				.isEqualTo(absent.connectString() + "," + this.network.connectString());
			masters.awaitChanges("ELECTED " + master.name());
		}
	}

	@Test
	@DisplayName("#58 A path that only its creator writes and all may read is read without credentials")
	void aPathThatAnyoneMayReadNeedsNoCredentials() throws NoSuchAlgorithmException {
		this.path.create();
		Znode first = register();
		Znode second = register();
		this.path.authenticate(ADMIN);
		List<ACL> readable = List.of(acl(Perms.ALL, ADMIN), new ACL(Perms.READ, Ids.ANYONE_ID_UNSAFE));
		this.path.setAcl(readable);
		FollowedMasters masters = followForLong();
		masters.awaitMasters(2);
		first.session().close();
		masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	@Test
	@DisplayName("#59 A path that may not be read, at the start and later: no leader, said why, and it heals by itself")
	void thePathMayNotBeRead() throws NoSuchAlgorithmException {
		this.path.create();
		Znode master = register();
		this.path.authenticate(ADMIN);
		this.path.setAcl(List.of(acl(Perms.ALL, ADMIN)));
		FollowedMasters masters = followForLong();
		assertDenied(masters.awaitProblem(Kind.NOT_AUTHORIZED));
		assertThat(masters.leaders).isEmpty();
		this.path.setAcl(Ids.OPEN_ACL_UNSAFE);
		masters.awaitChanges("ELECTED " + master.name());
		this.path.setAcl(List.of(acl(Perms.ALL, ADMIN)));
		masters.awaitChanges("ELECTED " + master.name(), "NOT_AUTHORIZED none");
		assertDenied(masters.awaitProblem(Kind.NOT_AUTHORIZED));
		this.path.setAcl(Ids.OPEN_ACL_UNSAFE);
		masters.awaitChanges("ELECTED " + master.name(), "NOT_AUTHORIZED none", "ELECTED " + master.name());
	}

	@Test
	@DisplayName("#60 A missing path is created closed, so that nobody may even ask for it: not authorized")
	void aMissingPathIsCreatedClosed() throws NoSuchAlgorithmException {
		FollowedMasters masters = followForLong();
		masters.awaitProblem(Kind.NO_PATH);
		// The client looks for null in it, which List.of() refuses.
		List<ACL> closed = new ArrayList<>(List.of(acl(Perms.ALL, ADMIN)));
		try (MasterSession owner = MasterSession.open(zooKeeper.connectString(), LONG_SESSION)) {
			owner.authenticate(ADMIN);
			owner.call((client) -> client.create(this.path.path(), new byte[0], closed, CreateMode.PERSISTENT));
		}
		assertDenied(masters.awaitProblem(Kind.NOT_AUTHORIZED));
		this.path.authenticate(ADMIN);
		this.path.setAcl(Ids.OPEN_ACL_UNSAFE);
		masters.awaitProblem(Kind.NO_MASTERS);
		assertThat(masters.leaders).isEmpty();
		Znode master = register();
		masters.awaitChanges("ELECTED " + master.name());
	}

	@Test
	@DisplayName("#61 A wrong password: not authorized and yet connected, and the password is not told")
	void thePasswordIsWrong() throws NoSuchAlgorithmException {
		this.path.create();
		Znode master = register();
		this.path.authenticate(ADMIN);
		this.path.setAcl(List.of(acl(Perms.ALL, ADMIN), acl(Perms.READ, READER)));
		FollowedMasters masters = follow(builder().sessionTimeout(LONG_SESSION).credentials("reader", "canary2"));
		MasterSnapshot snapshot = masters.awaitProblem(Kind.NOT_AUTHORIZED);
		assertDenied(snapshot);
		assertThat(snapshot.toString() + snapshot.connection() + masters.locator).doesNotContain("canary");
		follow(builder().sessionTimeout(LONG_SESSION).credentials("reader", "canary"))
			.awaitChanges("ELECTED " + master.name());
		assertThat(masters.leaders).isEmpty();
	}

	@Test
	@DisplayName("#62 The server rejects the authentication: said so, and the dead client is replaced by a new one")
	void theAuthenticationIsRejected() {
		this.path.create();
		Znode first = register();
		Znode second = register();
		FollowedMasters masters = followForLong();
		masters.awaitMasters(2);
		ZooKeeper client = masters.client();
		client.addAuthInfo("no-such-scheme", new byte[0]);
		masters.awaitChanges("ELECTED " + first.name(), "NOT_AUTHORIZED none", "ELECTED " + first.name());
		assertThat(masters.leaders.get(1).getSnapshot().problem().orElseThrow().message())
			.isEqualTo("Not authenticated to ZooKeeper at " + servers()
					+ ": the credentials were rejected. The locator retries");
		assertThat(client.getState().isAlive()).isFalse();
		this.network.awaitConnections(1);
		first.delete();
		masters.awaitLeader(second);
	}

	@Test
	@DisplayName("#64 Credentials are given again with each connection and each session")
	void credentialsAreGivenAgain() throws NoSuchAlgorithmException {
		this.path.create();
		Znode first = register();
		Znode second = register();
		this.path.authenticate(ADMIN);
		this.path.setAcl(List.of(acl(Perms.ALL, ADMIN), acl(Perms.READ, READER)));
		FollowedMasters masters = follow(builder().sessionTimeout(LONG_SESSION).credentials("reader", "canary"));
		masters.awaitMasters(2);
		long session = masters.session();
		this.network.cut();
		masters.awaitState(ConnectionState.RECONNECTING);
		this.network.restore();
		masters.awaitMasters(2);
		assertThat(masters.session()).isEqualTo(session);
		assertThat(masters.changes()).containsExactly("ELECTED " + first.name());
		SessionEnd.of(zooKeeper.connectString(), masters.client());
		masters.awaitChanges("ELECTED " + first.name(), "DISCONNECTED none", "ELECTED " + first.name());
		assertThat(masters.session()).isNotEqualTo(session);
		first.session().close();
		masters.awaitChanges("ELECTED " + first.name(), "DISCONNECTED none", "ELECTED " + first.name(),
				"ELECTED " + second.name());
	}

	private void assertDenied(MasterSnapshot snapshot) {
		assertThat(snapshot.connection().state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(snapshot.leader()).isEmpty();
		assertThat(snapshot.registrations()).isEmpty();
		assertThat(snapshot.problem().orElseThrow().message()).startsWith("The ACL of " + this.path.path()
				+ " in ZooKeeper at " + servers() + " does not allow the locator to read it.");
	}

	private static ACL acl(int permissions, String identity) throws NoSuchAlgorithmException {
		return new ACL(permissions, new Id("digest", DigestAuthenticationProvider.generateDigest(identity)));
	}

}
