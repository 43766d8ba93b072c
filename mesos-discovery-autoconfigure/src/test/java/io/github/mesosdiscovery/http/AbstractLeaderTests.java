package io.github.mesosdiscovery.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * Three masters that answer HTTP, and a locator that says which leads.
 */
@Timeout(120)
abstract class AbstractLeaderTests {

	final StubMaster first = new StubMaster(1);

	final StubMaster second = new StubMaster(2);

	/** Is no master as far as anybody knows. */
	final StubMaster stranger = new StubMaster(9);

	final FakeMasterLocator locator = new FakeMasterLocator(
			Masters.connected(this.first.master(), this.second.master()));

	final LeaderLookup lookup = new LeaderLookup(this.locator, Duration.ZERO);

	@AfterEach
	void close() {
		List.of(this.first, this.second, this.stranger).forEach(StubMaster::close);
	}

	/**
	 * Return a lookup that finds another leader each time, up to the last.
	 */
	static LeaderLookup successively(MesosMaster... leaders) {
		Queue<MasterSnapshot> snapshots = new ArrayDeque<>();
		Arrays.stream(leaders).map(Masters::connected).forEach(snapshots::add);
		return new LeaderLookup(new FakeMasterLocator(Masters.connected()) {

			@Override
			public synchronized MasterSnapshot snapshot() {
				return (snapshots.size() > 1) ? snapshots.remove() : snapshots.element();
			}

		}, Duration.ZERO);
	}

}
