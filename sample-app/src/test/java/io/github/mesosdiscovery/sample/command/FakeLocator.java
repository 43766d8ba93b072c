package io.github.mesosdiscovery.sample.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;

/**
 * A locator that knows one reading after the other. Each is there as soon as the one
 * before it was asked about.
 */
final class FakeLocator implements MesosMasterLocator {

	private final List<MasterSnapshot> readings;

	private int current;

	FakeLocator(MasterSnapshot... readings) {
		this.readings = List.of(readings);
	}

	static MasterSnapshot reading(boolean complete, MasterRegistration... registrations) {
		return new MasterSnapshot(
				new MasterConnection(ConnectionState.CONNECTED, "zk1:2181", "/mesos", Instant.EPOCH, null),
				List.of(registrations), List.of(), null, complete);
	}

	@Override
	public MasterSnapshot snapshot() {
		return this.readings.get(this.current);
	}

	@Override
	public MesosMaster awaitLeader(Duration timeout) {
		return leader().orElseThrow(() -> new NoLeadingMasterException(timeout, snapshot()));
	}

	@Override
	public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		if (this.current + 1 == this.readings.size()) {
			return new CompletableFuture<>();
		}
		this.current++;
		return CompletableFuture.completedFuture(snapshot());
	}

}
