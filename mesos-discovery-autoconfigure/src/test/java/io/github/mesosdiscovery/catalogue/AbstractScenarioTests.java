package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.faults.EachZooKeeperVersion;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A server of one version for a class of scenarios, and for each of them an empty path in
 * it and a network that can fail between it and the locators.
 */
@EachZooKeeperVersion
@SuppressWarnings("NullAway.Init")
abstract class AbstractScenarioTests {

	/** Survives any outage of a test: a client comes back within about a second. */
	static final Duration LONG_SESSION = Duration.ofSeconds(15);

	/** For what comes in milliseconds, or within a few session timeouts. */
	static final Duration LIMIT = Duration.ofSeconds(30);

	static final Duration SHORT_SESSION = Duration.ofMillis(1500);

	static ZooKeeperProcess zooKeeper;

	private static int paths;

	@Parameter
	String version;

	/** What the masters' side does. The path is made by the test. */
	MasterPath path;

	/** Between the locators and the server; the masters go straight to it. */
	FaultProxy network;

	private int registered;

	private final List<FollowedMasters> followed = new ArrayList<>();

	@BeforeParameterizedClassInvocation
	static void startServer(String version) {
		zooKeeper = ZooKeeperProcess.start(version);
	}

	@AfterParameterizedClassInvocation
	static void stopServer() {
		zooKeeper.close();
	}

	@BeforeEach
	void open() {
		if (!zooKeeper.isAlive()) {
			zooKeeper.restart();
		}
		this.network = FaultProxy.to(zooKeeper.port());
		this.path = new MasterPath(zooKeeper.connectString(), "/mesos" + ++paths);
	}

	/**
	 * Wait until the server holds so many watches: in the end one on the path and one on
	 * each master for each locator.
	 */
	static void awaitWatches(int count) {
		await("watches on the server").atMost(LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(() -> assertThat(zooKeeper.ask("mntr").lines()).contains("zk_watch_count\t" + count));
	}

	/**
	 * Wait until the server holds no watch, where it forgets all of a connection: one
	 * before 3.6 keeps that of a read that was under way when its connection went.
	 */
	void awaitNoWatches() {
		if (this.version.compareTo("3.6") >= 0) {
			awaitWatches(0);
		}
	}

	@AfterEach
	void close() {
		this.followed.forEach(FollowedMasters::close);
		this.path.close();
		this.network.close();
	}

	/**
	 * Twice the same server: before it tries an only one again, a client waits a second.
	 */
	String servers() {
		return this.network.connectString() + "," + this.network.connectString();
	}

	ZooKeeperMasterLocator.Builder builder() {
		return ZooKeeperMasterLocator.builder("zk://" + servers() + this.path.path()).sessionTimeout(SHORT_SESSION);
	}

	FollowedMasters follow() {
		return follow(builder());
	}

	FollowedMasters follow(ZooKeeperMasterLocator.Builder builder) {
		FollowedMasters masters = new FollowedMasters(builder);
		this.followed.add(masters);
		return masters;
	}

	/** Follow with a session that outlives all that the test does to it. */
	FollowedMasters followForLong() {
		return follow(builder().sessionTimeout(LONG_SESSION));
	}

	/** Let one more master register. */
	Znode register() {
		return this.path.register(MasterFormat.JSON, SimulatedMasters.DEFAULT_PORT + ++this.registered);
	}

	/** Make a znode of that name that stays, with what a master would write. */
	Znode child(String name) {
		MasterFormat format = name.startsWith("json.") ? MasterFormat.JSON : MasterFormat.PROTOBUF;
		return this.path.createChild(name, data(format));
	}

	byte[] data(MasterFormat format) {
		return format.encode(SimulatedMasters.info(SimulatedMasters.DEFAULT_PORT + ++this.registered).build());
	}

}
