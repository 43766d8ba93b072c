package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.context.SmartLifecycle;

/**
 * Stops a locator after the application's own lifecycle beans, and starts it again before
 * them. The locator runs since its bean was created: the first start publishes its events
 * to the context, whose listeners are all registered by then, and waits for a leader if
 * asked to.
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
	 * @param start starts the locator if it does not run, without waiting
	 * @param close closes the locator
	 * @param events the publisher that the locator tells of changes
	 * @param leaderWait waits for a leader
	 */
	MesosLocatorLifecycle(Runnable start, Runnable close, ContextEventPublisher events, LeaderWait leaderWait) {
		this.start = start;
		this.close = close;
		this.events = events;
		this.leaderWait = leaderWait;
	}

	/**
	 * Create the lifecycle of a locator. A locator that is not this library's, for
	 * example a mock, is neither started nor waited for.
	 * @param locator the locator
	 * @param events the publisher that the locator tells of changes
	 * @param waitForLeader how long a start waits for a leader; zero does not wait
	 */
	static MesosLocatorLifecycle of(MesosMasterLocator locator, ContextEventPublisher events, Duration waitForLeader) {
		if (locator instanceof ZooKeeperMasterLocator own) {
			return new MesosLocatorLifecycle(own::start, own::close, events, new LeaderWait(own, waitForLeader));
		}
		return new MesosLocatorLifecycle(() -> {
		}, () -> {
		}, events, new LeaderWait(locator, Duration.ZERO));
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
