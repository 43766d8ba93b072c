package io.github.mesosdiscovery.benchmarks.failover;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

/**
 * This library without Spring: what it takes less than {@link SpringListener} is what
 * Spring takes to publish an event.
 */
final class PlainListener implements Contender {

	private final ZooKeeperMasterLocator locator;

	PlainListener(String servers, Consumer<String> told) {
		this.locator = ZooKeeperMasterLocator.builder("zk://" + servers + Masters.PATH)
			.sessionTimeout(Duration.ofMillis(Race.SESSION_TIMEOUT))
			.listener(new MesosMasterListener() {

				@Override
				public void leaderChanged(LeaderChangedEvent event) {
					event.getLeader().ifPresent((leader) -> told.accept(leader.znode()));
				}

			})
			.build();
		this.locator.start();
	}

	@Override
	public boolean isReady(List<String> masters) {
		return isReady(this.locator.snapshot(), masters);
	}

	static boolean isReady(MasterSnapshot snapshot, List<String> masters) {
		return snapshot.connection().state() == ConnectionState.CONNECTED && snapshot.isComplete()
				&& snapshot.masters().stream().map(MesosMaster::znode).toList().equals(masters);
	}

	@Override
	public void close() {
		this.locator.close();
	}

}
