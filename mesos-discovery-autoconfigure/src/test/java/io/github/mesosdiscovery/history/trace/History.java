package io.github.mesosdiscovery.history.trace;

import java.util.List;
import java.util.Set;

import io.github.mesosdiscovery.history.truth.Truth;
import io.github.mesosdiscovery.history.truth.View;

/**
 * All that was recorded in one run.
 *
 * @param truth what happened in ZooKeeper
 * @param lives what the locators did
 * @param rest the view at the end, before the last change
 * @param strangers the sessions of the test itself
 * @param childWatches how many watches for children the servers had while the locators
 * were at rest
 * @param stall the longest time that a thread which only ticks was kept from it, in
 * nanoseconds
 * @param outage the longest time that the ensemble may take to serve again after the
 * heal, in nanoseconds
 * @param epoch what the wall clock has more than the monotonic one, in milliseconds
 */
public record History(Truth truth, List<Life> lives, View rest, Set<Long> strangers, int childWatches, long stall,
		long outage, long epoch) {

	private static final long TOLERANCE = 5;

	/**
	 * Return how much was recorded.
	 * @return the number of events
	 */
	public long events() {
		return this.truth.transactions().size() + this.lives.stream()
			.mapToLong((life) -> life.publications().size() + life.signs().size()
					+ life.hearings().stream().mapToLong((hearing) -> hearing.deliveries().size()).sum()
					+ life.sights().size()
					+ life.chains().stream().mapToLong((chain) -> chain.publications().size()).sum())
			.sum();
	}

	/**
	 * Return whether something happened while all was taken to be at rest, as when the
	 * session of a master had not expired yet. What came in the last few milliseconds is
	 * not known, as the clocks are not read at once.
	 * @param end when the rest ended, on the monotonic clock
	 * @return whether ZooKeeper has a transaction of that time
	 */
	public boolean isDisturbed(long end) {
		List<View> views = this.truth.views();
		int next = views.indexOf(this.rest) + 1;
		return next < views.size() && views.get(next).millis() < end / 1_000_000 + this.epoch;
	}

	/**
	 * Return when something was published, on the wall clock.
	 * @param publication the publication
	 * @return the milliseconds, and a few more, as the clocks are not read at once
	 */
	public long millis(Publication publication) {
		return publication.nanos() / 1_000_000 + this.epoch + TOLERANCE;
	}

}
