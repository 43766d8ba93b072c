package io.github.mesosdiscovery.zookeeper;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterLocator;

/**
 * The source of events in tests without a locator.
 */
final class NoLocator implements MesosMasterLocator {

	@Override
	public MasterSnapshot snapshot() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		throw new UnsupportedOperationException(Objects.toString(seen));
	}

}
