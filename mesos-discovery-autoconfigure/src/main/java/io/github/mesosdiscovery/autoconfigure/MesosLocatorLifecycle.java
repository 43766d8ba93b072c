package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.ReflectionUtils;

/**
 * Starts and stops a locator with its application context, to which it publishes the
 * locator's events. It starts before the application's own lifecycle beans and stops
 * after them.
 * <p>
 * The locator already runs while beans are created, when not all event listeners are
 * registered. Its first event therefore waits for the first start, and the locator merges
 * the changes that follow.
 */
final class MesosLocatorLifecycle implements SmartLifecycle, MesosMasterListener {

	/** Far before phase 0, with room for beans that start even earlier. */
	private static final int PHASE = Integer.MIN_VALUE / 2;

	private final Supplier<MesosMasterLocator> locator;

	private final ApplicationEventPublisher publisher;

	private final Duration waitForLeader;

	private final CountDownLatch firstStart = new CountDownLatch(1);

	private volatile @Nullable ZooKeeperMasterLocator started;

	private volatile boolean running;

	/**
	 * Create a new lifecycle.
	 * @param locator supplies the locator. Unless it is this library's, it is neither
	 * started nor stopped.
	 * @param publisher the application context
	 * @param waitForLeader the longest time that a start waits for a leader, or zero
	 */
	MesosLocatorLifecycle(Supplier<MesosMasterLocator> locator, ApplicationEventPublisher publisher,
			Duration waitForLeader) {
		this.locator = locator;
		this.publisher = publisher;
		this.waitForLeader = waitForLeader;
	}

	@Override
	public void start() {
		if (this.running) {
			return;
		}
		this.started = (this.locator.get() instanceof ZooKeeperMasterLocator own) ? own : null;
		this.running = true;
		this.firstStart.countDown();
		if (this.started != null) {
			try {
				this.started.start();
				awaitLeader(this.started);
			}
			catch (RuntimeException | Error ex) {
				stop();
				throw ex;
			}
		}
	}

	/**
	 * Wait without a limit for another thread that waits with one. Spring interrupts the
	 * starting thread when the context is closed, but only if its wait has no limit.
	 */
	private void awaitLeader(ZooKeeperMasterLocator locator) {
		if (this.waitForLeader.isZero()) {
			return;
		}
		FutureTask<MesosMaster> task = new FutureTask<>(() -> locator.awaitLeader(this.waitForLeader));
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
			ReflectionUtils.rethrowRuntimeException(ex.getCause());
		}
	}

	@Override
	public void stop() {
		this.running = false;
		if (this.started != null) {
			this.started.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		publish(event);
	}

	@Override
	public void mastersChanged(MastersChangedEvent event) {
		publish(event);
	}

	private void publish(ApplicationEvent event) {
		try {
			this.firstStart.await();
			if (this.running) {
				this.publisher.publishEvent(event);
			}
		}
		catch (InterruptedException ex) {
			// The locator was closed before the context was ready.
			Thread.currentThread().interrupt();
		}
	}

}
