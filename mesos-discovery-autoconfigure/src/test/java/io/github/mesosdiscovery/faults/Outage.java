package io.github.mesosdiscovery.faults;

import java.time.Duration;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MesosMasterLocator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The time from which no read is answered any more. Every locator withdraws its leader
 * when the session timeout has elapsed since the last answered read, which is known to a
 * sixth of it.
 */
public final class Outage implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration POLL = Duration.ofMillis(5);

	/** How late a thread can run on a machine that is well. */
	private static final Duration LATENESS = Duration.ofMillis(150);

	private final Duration timeout;

	private final long begun = System.nanoTime();

	private final StallMeter meter = StallMeter.start();

	private Outage(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Begin an outage, to be called as soon as the fault exists.
	 * @param timeout the session timeout of the locators
	 */
	public static Outage begin(Duration timeout) {
		return new Outage(timeout);
	}

	/**
	 * Wait until a locator has withdrawn its leader, which must be neither early nor
	 * late.
	 * @param locator the locator
	 * @return why it says there is no leader
	 */
	public MasterProblem awaitWithdrawal(MesosMasterLocator locator) {
		await("withdrawal of the leader").atMost(LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(POLL)
			.until(() -> locator.snapshot().connection().state() == ConnectionState.DISCONNECTED);
		Duration taken = Duration.ofNanos(System.nanoTime() - this.begun);
		Duration heartbeat = this.timeout.dividedBy(6);
		Duration tolerance = LATENESS.plusNanos(2 * this.meter.longest());
		assertThat(taken).as("time until the leader is withdrawn")
			.isBetween(this.timeout.minus(heartbeat).minus(tolerance), this.timeout.plus(heartbeat).plus(tolerance));
		assertThat(locator.leader()).isEmpty();
		return locator.snapshot().problem().orElseThrow();
	}

	@Override
	public void close() {
		this.meter.close();
	}

}
