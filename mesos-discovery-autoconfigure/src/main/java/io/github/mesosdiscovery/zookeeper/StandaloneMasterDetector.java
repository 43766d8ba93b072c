package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.url.FixedMaster;
import io.github.mesosdiscovery.zookeeper.election.LeaderChanges;

/**
 * Detects a fixed master, which always leads, like the standalone detector of Mesos.
 */
record StandaloneMasterDetector(LocatorSettings settings, FixedMaster master, SnapshotPublisher publisher,
		Clock clock) implements MasterDetector {

	@Override
	public void start() {
		long started = System.nanoTime();
		Instant now = this.clock.instant();
		MesosMaster leader = this.master.decode(this.settings.decoder());
		MasterSnapshot initial = this.settings.emptySnapshot(ConnectionState.FIXED, now,
				this.publisher.snapshot().changes());
		this.publisher.open(this, initial, this.settings.name());
		List<LeaderChange> changes = LeaderChanges.append(initial.changes(), new LeaderChange(now, null, null, leader));
		this.publisher.publish(this, new MasterSnapshot(initial.cluster(), initial.connection(), List.of(leader),
				List.of(), null, true, changes), started);
	}

}
