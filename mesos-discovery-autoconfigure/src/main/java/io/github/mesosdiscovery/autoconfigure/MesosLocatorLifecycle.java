package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.context.SmartLifecycle;

/**
 * Stops a locator after the application's own lifecycle beans, and starts it again before
 * them. The locator runs since its bean was created: the first start publishes its events
 * to the context, whose listeners are all registered by then, and waits for a leader if
 * configured to.
 */
final class MesosLocatorLifecycle implements SmartLifecycle {

	/** Far before phase 0, with room for what must be there even earlier. */
	static final int PHASE = Integer.MIN_VALUE / 2;

	private final MesosMasterLocator locator;

	private final Runnable start;

	private final Runnable close;

	private final ContextEventPublisher events;

	private final Duration waitForLeader;

	private volatile boolean running;

	/**
	 * Create a new lifecycle.
	 * @param locator the locator to wait for
	 * @param start starts the locator if it does not run, without waiting
	 * @param close closes the locator
	 * @param events the publisher that the locator tells of changes
	 * @param waitForLeader how long a start waits for a leader; zero does not wait
	 */
	MesosLocatorLifecycle(MesosMasterLocator locator, Runnable start, Runnable close, ContextEventPublisher events,
			Duration waitForLeader) {
		this.locator = locator;
		this.start = start;
		this.close = close;
		this.events = events;
		this.waitForLeader = waitForLeader;
	}

	/**
	 * Create the lifecycle of a locator. A locator that is not this library's, for
	 * example a mock, is neither started nor waited for.
	 */
	static MesosLocatorLifecycle of(MesosMasterLocator locator, ContextEventPublisher events, Duration waitForLeader) {
		if (locator instanceof ZooKeeperMasterLocator own) {
			return new MesosLocatorLifecycle(own, own::start, own::close, events, waitForLeader);
		}
		return new MesosLocatorLifecycle(locator, () -> {
		}, () -> {
		}, events, Duration.ZERO);
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
			if (!this.waitForLeader.isZero()) {
				awaitLeader();
			}
		}
		catch (RuntimeException | Error ex) {
			stop();
			throw ex;
		}
	}

	/**
	 * Wait on another thread, so that the starting one waits without a limit of its own:
	 * Spring interrupts that one when the context is closed meanwhile, for example by a
	 * SIGTERM, but leaves a wait with a limit alone.
	 */
	private void awaitLeader() {
		FutureTask<MesosMaster> task = new FutureTask<>(() -> this.locator.awaitLeader(this.waitForLeader));
		Thread thread = new Thread(task, "mesos-discovery-wait-for-leader");
		thread.setDaemon(true);
		thread.start();
		try {
			task.get();
		}
		catch (InterruptedException ex) {
			task.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a leading Mesos master", ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause
					: new IllegalStateException("Cannot wait for a leading Mesos master", ex.getCause());
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
