package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Starts a locator before, and stops it after, the application's own lifecycle beans. It
 * can be started again after it was stopped, as a checkpoint does.
 * <p>
 * The first start leaves the connection for later, when all else has been started: the
 * client of ZooKeeper loads for so long that the application would be ready later.
 */
final class MesosLocatorLifecycle implements SmartLifecycle, ApplicationListener<ContextRefreshedEvent> {

	/** Far before phase 0, with room for what must be there even earlier. */
	static final int PHASE = Integer.MIN_VALUE / 2;

	/** For those who wait for an event of the locator in their own start. */
	static final Duration PATIENCE = Duration.ofSeconds(1);

	private final Consumer<Duration> start;

	private final Runnable connect;

	private final Runnable close;

	private final ContextEventPublisher events;

	private final LeaderWait leaderWait;

	private volatile boolean running;

	private volatile boolean refreshed;

	/**
	 * Create a new lifecycle.
	 * @param locator the locator
	 * @param start starts the locator, without waiting; it is told how long the
	 * connection can be left for later
	 * @param connect has it connect now, if it runs
	 * @param close closes the locator
	 * @param events the publisher that the locator tells of changes
	 * @param waitForLeader how long a start waits for a leader; zero does not wait
	 */
	MesosLocatorLifecycle(MesosMasterLocator locator, Consumer<Duration> start, Runnable connect, Runnable close,
			ContextEventPublisher events, Duration waitForLeader) {
		this.start = start;
		this.connect = connect;
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
			this.start.accept(this.refreshed ? Duration.ZERO : PATIENCE);
			this.leaderWait.await();
		}
		catch (RuntimeException | Error ex) {
			stop();
			throw ex;
		}
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		this.refreshed = true;
		this.connect.run();
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
