package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.url.FixedMaster;
import io.github.mesosdiscovery.zookeeper.election.LeaderChanges;

/**
 * Detects a fixed master, which leads from start to close, like the standalone detector
 * of Mesos.
 *
 * @param settings the settings
 * @param master the master
 * @param publisher publishes it
 * @param clock the wall clock
 */
record StandaloneMasterDetector(LocatorSettings settings, FixedMaster master, SnapshotPublisher publisher,
		Clock clock) implements MasterDetector {

	@Override
	public void start() {
		long started = System.nanoTime();
		Instant now = this.clock.instant();
		MesosMaster leader = this.master.decode(new MesosMasterDecoder(this.settings.scheme(), this.settings.host()));
		MasterSnapshot initial = this.settings.initial(ConnectionState.FIXED, now, this.publisher.snapshot().changes());
		this.publisher.open(initial, this.settings.name());
		this.publisher
			.publish(
					new MasterSnapshot(initial.cluster(), initial.connection(), List.of(leader), List.of(), null, true,
							LeaderChanges.append(initial.changes(), new LeaderChange(now, null, null, leader))),
					started);
	}

	@Override
	public void close() {
		this.publisher.close(this.settings.initial(ConnectionState.CLOSED, this.clock.instant(),
				this.publisher.snapshot().changes()));
		this.publisher.release();
	}

	@Override
	public Optional<Instant> lastContact() {
		return Optional.empty();
	}

}
