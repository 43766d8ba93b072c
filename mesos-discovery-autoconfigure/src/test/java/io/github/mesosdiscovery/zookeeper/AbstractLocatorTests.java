package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

import static org.awaitility.Awaitility.await;

/**
 * Base class for tests of a locator on a real ZooKeeper.
 */
abstract class AbstractLocatorTests {

	static final Duration SESSION_TIMEOUT = Duration.ofSeconds(2);

	final TestMesosCluster cluster = TestMesosCluster.start();

	final Recorder recorder = new Recorder();

	private final List<ZooKeeperMasterLocator> locators = new ArrayList<>();

	@AfterEach
	void closeAll() {
		this.locators.forEach(ZooKeeperMasterLocator::close);
		this.cluster.close();
	}

	ZooKeeperMasterLocator.Builder builder() {
		return ZooKeeperMasterLocator.builder(this.cluster.mechanism())
			.sessionTimeout(SESSION_TIMEOUT)
			.listener(this.recorder);
	}

	/** Build a locator that is closed in the end. */
	ZooKeeperMasterLocator build(ZooKeeperMasterLocator.Builder builder) {
		ZooKeeperMasterLocator locator = builder.build();
		this.locators.add(locator);
		return locator;
	}

	ZooKeeperMasterLocator start(ZooKeeperMasterLocator.Builder builder) {
		ZooKeeperMasterLocator locator = build(builder);
		locator.start();
		return locator;
	}

	ZooKeeperMasterLocator start() {
		return start(builder());
	}

	static void awaitLeader(ZooKeeperMasterLocator locator, String znode) {
		await().until(() -> leader(locator).equals(znode));
	}

	static void awaitProblem(ZooKeeperMasterLocator locator, MasterProblem.@Nullable Kind kind) {
		await().until(() -> locator.snapshot().problem().map(MasterProblem::kind).orElse(null) == kind);
	}

	static void awaitState(ZooKeeperMasterLocator locator, ConnectionState state) {
		await().until(() -> locator.snapshot().connection().state() == state);
	}

	void awaitChanges(String... changes) {
		await().until(() -> this.recorder.changes().equals(List.of(changes)));
	}

	static String leader(ZooKeeperMasterLocator locator) {
		Optional<MesosMaster> leader = locator.leader();
		return leader.map(MesosMaster::znode).orElse("none");
	}

	static List<String> masters(ZooKeeperMasterLocator locator) {
		return locator.masters().stream().map(MesosMaster::znode).toList();
	}

	/** Wait until the locator has read everything that the cluster holds now. */
	void awaitSettled(ZooKeeperMasterLocator locator, int masters) {
		await().until(() -> locator.snapshot().registrations().size() == masters
				&& locator.snapshot().connection().state() == ConnectionState.CONNECTED);
	}

}
