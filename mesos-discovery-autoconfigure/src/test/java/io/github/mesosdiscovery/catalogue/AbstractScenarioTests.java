package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.faults.EachZooKeeperVersion;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * A server of one version for a class of scenarios, and for each of them an empty path in
 * it and a network that can fail between it and the locators.
 */
@EachZooKeeperVersion
@SuppressWarnings("NullAway.Init")
abstract class AbstractScenarioTests {

	/** The client comes back to an only server after one to two seconds. */
	static final Duration LONG_SESSION = Duration.ofSeconds(15);

	static final Duration SHORT_SESSION = Duration.ofMillis(1500);

	static ZooKeeperProcess zooKeeper;

	private static int paths;

	@Parameter
	String version;

	/** What the masters' side does. The path is made by the test. */
	MasterPath path;

	/** Between the locators and the server; the masters go straight to it. */
	FaultProxy network;

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

	@AfterEach
	void close() {
		this.followed.forEach(FollowedMasters::close);
		this.path.close();
		this.network.close();
	}

	ZooKeeperMasterLocatorBuilder builder() {
		return ZooKeeperMasterLocator.builder("zk://" + this.network.connectString() + this.path.path())
			.sessionTimeout(SHORT_SESSION);
	}

	FollowedMasters follow() {
		return follow(builder());
	}

	FollowedMasters follow(ZooKeeperMasterLocatorBuilder builder) {
		FollowedMasters masters = new FollowedMasters(builder);
		this.followed.add(masters);
		return masters;
	}

}
