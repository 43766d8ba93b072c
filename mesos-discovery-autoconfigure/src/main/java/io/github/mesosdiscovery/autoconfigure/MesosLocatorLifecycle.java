package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a locator before, and stops it after, the application's own lifecycle beans. It
 * can be started again after it was stopped, as a checkpoint does.
 */
final class MesosLocatorLifecycle implements SmartLifecycle {

	/** Far before phase 0, with room for what must be there even earlier. */
	static final int PHASE = Integer.MIN_VALUE / 2;

	private final Runnable start;

	private final Runnable close;

	private final ContextEventPublisher events;

	private final LeaderWait leaderWait;

	private volatile boolean running;

	/**
	 * Create a new lifecycle.
	 * @param locator the locator
	 * @param start starts the locator, without waiting
	 * @param close closes the locator
	 * @param events the publisher that the locator tells of changes
	 * @param waitForLeader how long a start waits for a leader; zero does not wait
	 */
	MesosLocatorLifecycle(MesosMasterLocator locator, Runnable start, Runnable close, ContextEventPublisher events,
			Duration waitForLeader) {
		this.start = start;
		this.close = close;
		this.events = events;
		this.leaderWait = new LeaderWait(locator, waitForLeader);
	}

	@Override
	public void start() {
		if (this.running) {
			return;
		}
		this.running = true;
		this.events.open();
		try {
			this.start.run();
			this.leaderWait.await();
		}
		catch (RuntimeException | Error ex) {
			stop();
			throw ex;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.events.close();
		this.close.run();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
