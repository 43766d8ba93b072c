package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;

/**
 * Follows a fixed master, which leads from start to close, as the standalone detector of
 * Mesos has it.
 *
 * @param settings the settings
 * @param master the master
 * @param publisher tells of it
 * @param clock tells the time
 */
record FixedFollowing(LocatorSettings settings, FixedMaster master, Publisher publisher,
		Clock clock) implements Following {

	@Override
	public void start() {
		long begun = System.nanoTime();
		MasterSnapshot initial = this.settings.initial(ConnectionState.FIXED, this.clock.instant());
		MesosMaster leader = this.master.decode(new MesosMasterDecoder(this.settings.scheme(), this.settings.host()));
		this.publisher.open(initial, this.settings.name());
		this.publisher.publish(new MasterSnapshot(initial.connection(), List.of(leader), List.of(), null), begun);
	}

	@Override
	public void close() {
		this.publisher.close(this.settings.initial(ConnectionState.CLOSED, this.clock.instant()));
		this.publisher.release();
	}

	@Override
	public Optional<Instant> lastContact() {
		return Optional.empty();
	}

}
