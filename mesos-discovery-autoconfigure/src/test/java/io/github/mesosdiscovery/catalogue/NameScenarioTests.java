package io.github.mesosdiscovery.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios of the names of servers and of paths.
 */
@SuppressWarnings("NullAway.Init")
class NameScenarioTests extends AbstractScenarioTests {

	private static final String THERE = "127.0.0.1 zoo.example\n";

	/** An address of this machine on which nothing listens. */
	private static final String ELSEWHERE = "127.0.0.2 zoo.example\n";

	@TempDir
	private Path directory;

	@Test
	@DisplayName("#52 The name of a server gets another address: it is looked up for each attempt, beside one unknown")
	void theNameOfTheServerGetsAnotherAddress() throws IOException {
		assumeNewest();
		this.path.create();
		Znode first = register();
		Znode second = register();
		resolve(THERE);
		try (FollowingProcess locator = FollowingProcess.start(hosts(), "zk://nowhere.example:" + this.network.port()
				+ ",zoo.example:" + this.network.port() + this.path.path(), SHORT_SESSION)) {
			locator.await("ELECTED " + first.name());
			resolve(ELSEWHERE);
			this.network.reset();
			// The network is whole: only the name leads astray.
			locator.await("ELECTED " + first.name(), "DISCONNECTED none");
			resolve(THERE);
			locator.await("ELECTED " + first.name(), "DISCONNECTED none", "ELECTED " + first.name());
			first.delete();
			locator.await("ELECTED " + first.name(), "DISCONNECTED none", "ELECTED " + first.name(),
					"ELECTED " + second.name());
		}
	}

	@Test
	@DisplayName("#53 The only server has a name that nobody knows: the start succeeds, and it is found once it is known")
	void theOnlyNameIsUnknown() throws IOException {
		assumeNewest();
		this.path.create();
		Znode first = register();
		Znode second = register();
		resolve("");
		String server = "zoo.example:" + this.network.port();
		try (FollowingProcess locator = FollowingProcess.start(hosts(), "zk://" + server + this.path.path(),
				Duration.ofSeconds(1))) {
			locator.awaitState("DISCONNECTED ZooKeeper at " + server + " could not be reached. Check host and port");
			resolve(THERE);
			locator.await("ELECTED " + first.name());
			first.delete();
			locator.await("ELECTED " + first.name(), "ELECTED " + second.name());
		}
	}

	@Test
	@DisplayName("#54 The servers move while they are lost: a new locator of the same mechanism file finds them")
	void theServersMove() throws IOException {
		assumeNewest();
		this.path.create();
		Znode first = register();
		Znode second = register();
		Path file = this.directory.resolve("zk");
		Files.writeString(file, "zk://" + servers() + this.path.path());
		FollowedMasters before = follow(
				ZooKeeperMasterLocator.builder("file://" + file).sessionTimeout(Duration.ofSeconds(1)));
		before.awaitMasters(2);
		this.network.cut();
		before.awaitChanges("ELECTED " + first.name(), "DISCONNECTED none");
		try (FaultProxy moved = FaultProxy.to(zooKeeper.port())) {
			Files.writeString(file, "zk://" + moved.connectString() + this.path.path());
			FollowedMasters after = follow(ZooKeeperMasterLocator.builder("file://" + file));
			after.awaitChanges("ELECTED " + first.name());
			assertThat(after.locator.snapshot().connection().ensemble()).isEqualTo(moved.connectString());
			assertThat(before.awaitState(ConnectionState.DISCONNECTED).connection().ensemble()).isEqualTo(servers());
			before.close();
			assertThat(before.locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
			first.delete();
			after.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
			assertThat(before.changes()).containsExactly("ELECTED " + first.name(), "DISCONNECTED none");
		}
	}

	@Test
	@DisplayName("#56 A path deep below the root survives a reconnect; what is beside it does not matter")
	void aDeepPathSurvivesAReconnect() {
		this.path.create();
		this.path.createChild("a", new byte[0]);
		this.path.createChild("json.info_0000000000", data(MasterFormat.JSON));
		try (MasterPath deep = new MasterPath(zooKeeper.connectString(), this.path.path() + "/a/b")) {
			deep.create();
			Znode first = deep.register(MasterFormat.JSON, 5050);
			Znode second = deep.register(MasterFormat.JSON, 5051);
			FollowedMasters masters = follow(
					ZooKeeperMasterLocator.builder("zk://" + servers() + deep.path()).sessionTimeout(LONG_SESSION));
			masters.awaitMasters(2);
			this.network.cut();
			masters.awaitState(ConnectionState.RECONNECTING);
			first.delete();
			this.network.restore();
			masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name());
			Znode third = deep.register(MasterFormat.JSON, 5052);
			masters.awaitHeard(second, third);
			second.delete();
			masters.awaitChanges("ELECTED " + first.name(), "ELECTED " + second.name(), "ELECTED " + third.name());
		}
	}

	private Path hosts() {
		return this.directory.resolve("hosts");
	}

	/** All at once: the file may be read at any moment. */
	private void resolve(String hosts) throws IOException {
		Path next = Files.writeString(this.directory.resolve("hosts.next"), hosts);
		Files.move(next, hosts(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	/** What happens is the client's doing, whatever the version of the server. */
	private void assumeNewest() {
		Assumptions.assumeTrue(this.version.equals(ZooKeeperVersions.NEWEST), "The server has no part in it");
	}

}
