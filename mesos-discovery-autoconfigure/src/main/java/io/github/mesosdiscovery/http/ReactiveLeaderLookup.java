package io.github.mesosdiscovery.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;
import reactor.core.publisher.Mono;

/**
 * A {@link LeaderLookup} that blocks no thread.
 */
final class ReactiveLeaderLookup {

	/** As much as a timer can count. */
	private static final Duration LONGEST = Duration.ofDays(365);

	private final LeaderLookup lookup;

	ReactiveLeaderLookup(LeaderLookup lookup) {
		this.lookup = lookup;
	}

	MesosMasterLocator locator() {
		return this.lookup.locator();
	}

	/**
	 * Return the leader, or wait for one.
	 * @param start when the request began, as {@link System#nanoTime()} has it
	 * @return the leader, or a {@link NoLeadingMasterException} if there is none in time
	 */
	Mono<MesosMaster> await(long start) {
		return Mono.defer(() -> {
			Optional<MesosMaster> leader = locator().leader();
			if (leader.isPresent()) {
				return Mono.just(leader.get());
			}
			Duration left = this.lookup.left(start);
			return left.isZero() ? Mono.error(this.lookup.none()) : change(left);
		});
	}

	private Mono<MesosMaster> change(Duration left) {
		return Mono.fromSupplier(locator()::snapshot)
			.expand((seen) -> Mono.fromFuture(() -> locator().changedFrom(seen)))
			.mapNotNull((snapshot) -> snapshot.leader().orElse(null))
			.next()
			.timeout((left.compareTo(LONGEST) > 0) ? LONGEST : left)
			// Cancelled: the locator is closed.
			.onErrorMap((ex) -> ex instanceof TimeoutException || ex instanceof CancellationException,
					(ex) -> this.lookup.none());
	}

}
