package io.github.mesosdiscovery.versions;

import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.EachZooKeeperVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server of one version, an empty path in it, and applications that follow the path.
 */
@EachZooKeeperVersion
@SuppressWarnings("NullAway.Init")
abstract class AbstractVersionTests {

	static ZooKeeperProcess zooKeeper;

	private static int paths;

	@Parameter
	String version;

	/** What the masters' side does. The path is made by the test. */
	MasterPath path;

	private final List<FollowingApplication> applications = new ArrayList<>();

	@BeforeParameterizedClassInvocation
	static void startServer(String version) {
		zooKeeper = ZooKeeperProcess.start(version);
	}

	@AfterParameterizedClassInvocation
	static void stopServer() {
		zooKeeper.close();
	}

	@BeforeEach
	void openPath() {
		assertThat(zooKeeper.ask("srvr")).contains("version: " + this.version + "-");
		this.path = new MasterPath(zooKeeper.connectString(), "/mesos" + ++paths);
	}

	@AfterEach
	void closeAll() {
		this.applications.forEach(FollowingApplication::close);
		this.path.close();
	}

	FollowingApplication follow(String... properties) {
		return follow(Duration.ofSeconds(10), properties);
	}

	FollowingApplication follow(Duration sessionTimeout, String... properties) {
		FollowingApplication application = FollowingApplication.start(Stream
			.concat(Stream.of("mesos.discovery.zk=" + this.path.mechanism(),
					"mesos.discovery.zk.session-timeout=" + sessionTimeout), Stream.of(properties))
			.toArray(String[]::new));
		this.applications.add(application);
		return application;
	}

}
