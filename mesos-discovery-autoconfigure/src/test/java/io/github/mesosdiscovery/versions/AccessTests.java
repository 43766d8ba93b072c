package io.github.mesosdiscovery.versions;

import java.security.NoSuchAlgorithmException;
import java.util.List;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A path that only one user may read.
 */
class AccessTests extends AbstractVersionTests {

	private static final String ADMIN = "admin:admin";

	private static final String READER = "reader:canary";

	private static final List<ACL> MASTERS_ACL = List.of(Ids.CREATOR_ALL_ACL.get(0), Ids.READ_ACL_UNSAFE.get(0));

	@Test
	void onlyTheRightCredentialsOpenThePath() throws NoSuchAlgorithmException {
		this.path.create();
		Znode master = this.path.register(MasterFormat.JSON, 5050);
		this.path.authenticate(ADMIN);
		this.path.setAcl(List.of(acl(Perms.ALL, ADMIN), acl(Perms.READ, READER)));

		FollowingApplication nobody = follow();
		FollowingApplication stranger = follow("mesos.discovery.zk.username=reader",
				"mesos.discovery.zk.password=canary2");
		for (FollowingApplication refused : List.of(nobody, stranger)) {
			JsonNode mesos = refused.awaitProblem("NOT_AUTHORIZED");
			assertThat(mesos.get("leader").isNull()).isTrue();
			assertThat(mesos.at("/connection/state").asString()).isEqualTo("CONNECTED");
			assertThat(mesos.at("/problem/message").asString()).contains(this.path.path()).contains("ACL");
			assertThat(refused.health().get("status").asString()).isEqualTo("DOWN");
			assertThat(mesos.toString() + refused.health()).doesNotContain("canary");
		}

		FollowingApplication reader = follow("mesos.discovery.zk.username=reader",
				"mesos.discovery.zk.password=canary");
		JsonNode mesos = reader.awaitLeader(master);
		assertThat(reader.health().get("status").asString()).isEqualTo("UP");
		assertThat(mesos.toString() + reader.health()).doesNotContain("canary");

		this.path.setAcl(Ids.READ_ACL_UNSAFE);
		nobody.awaitLeader(master);
		assertThat(nobody.health().get("status").asString()).isEqualTo("UP");
		assertThat(nobody.awaitChanges(1)).containsExactly("ELECTED " + master.name());
	}

	@Test
	void aPathThatIsClosedLaterHasNoLeaderUntilItIsOpen() throws NoSuchAlgorithmException {
		this.path.create();
		Znode master = this.path.register(MasterFormat.JSON, 5050);
		FollowingApplication application = follow();
		application.awaitLeader(master);
		this.path.authenticate(ADMIN);
		this.path.setAcl(List.of(acl(Perms.ALL, ADMIN)));
		JsonNode mesos = application.awaitProblem("NOT_AUTHORIZED");
		assertThat(mesos.get("leader").isNull()).isTrue();
		assertThat(application.health().get("status").asString()).isEqualTo("DOWN");
		this.path.setAcl(Ids.OPEN_ACL_UNSAFE);
		application.awaitLeader(master);
		assertThat(application.awaitChanges(3)).containsExactly("ELECTED " + master.name(), "NOT_AUTHORIZED none",
				"ELECTED " + master.name());
	}

	@Test
	void whatMastersWithCredentialsWriteIsOpenToThoseCredentialsAlone() {
		this.path.authenticate(READER);
		this.path.create();
		Znode master = this.path.register(MasterFormat.JSON, 5050);
		master.session().authenticate(READER);
		// As masters with credentials write: whoever made it may do all, all may read.
		master.setAcl(MASTERS_ACL);
		this.path.setAcl(MASTERS_ACL);
		FollowingApplication nobody = follow();
		nobody.awaitLeader(master);

		// As an operator closes it.
		master.setAcl(Ids.CREATOR_ALL_ACL);
		this.path.setAcl(Ids.CREATOR_ALL_ACL);
		assertThat(nobody.awaitProblem("NOT_AUTHORIZED").get("leader").isNull()).isTrue();
		FollowingApplication owner = follow("mesos.discovery.zk.username=reader", "mesos.discovery.zk.password=canary");
		owner.awaitLeader(master);
		assertThat(owner.health().get("status").asString()).isEqualTo("UP");

		// Only the registration is closed: it leads, and is not passed over.
		this.path.setAcl(Ids.OPEN_ACL_UNSAFE);
		Znode open = this.path.register(MasterFormat.JSON, 5051);
		// It may look in between the two.
		JsonNode mesos = nobody.await((answer) -> answer.at("/problem/znode").asString("").equals(master.name())
				&& answer.get("masters").toString().contains(open.name()));
		assertThat(mesos.at("/problem/kind").asString()).isEqualTo("NOT_AUTHORIZED");
		assertThat(mesos.get("leader").isNull()).isTrue();
	}

	private static ACL acl(int permissions, String identity) throws NoSuchAlgorithmException {
		return new ACL(permissions, new Id("digest", DigestAuthenticationProvider.generateDigest(identity)));
	}

}
