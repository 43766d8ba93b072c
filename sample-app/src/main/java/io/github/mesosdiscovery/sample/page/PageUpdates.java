package io.github.mesosdiscovery.sample.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.sample.framework.FrameworkStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the locator and the framework, and provides the latest state to any number of
 * pages. A page that is slow misses intermediate states, but never the latest. A
 * {@code LeaderChangedEvent} would not be enough: the page also shows the connection.
 */
@Component
class PageUpdates implements SmartLifecycle {

	private final MesosMasterLocator locator;

	private final Timeline timeline = new Timeline();

	private @Nullable PageState latest;

	private @Nullable FrameworkStatus framework;

	/** {@code null} unless running. */
	private @Nullable CompletableFuture<MasterSnapshot> next;

	PageUpdates(MesosMasterLocator locator) {
		this.locator = locator;
	}

	/**
	 * Wait for another state than the page shows.
	 * @param shown what the page shows, or {@code null} at first
	 * @param timeout how long to wait
	 * @return the latest state, or empty if there is no other when the time has elapsed
	 * or the application stops
	 * @throws InterruptedException if the thread is interrupted
	 */
	synchronized Optional<PageState> await(@Nullable PageState shown, Duration timeout) throws InterruptedException {
		long end = System.nanoTime() + timeout.toNanos();
		while (this.latest == shown) {
			long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
			if (left <= 0 || !isRunning()) {
				return Optional.empty();
			}
			wait(left);
		}
		return Optional.ofNullable(this.latest);
	}

	@Override
	public synchronized void start() {
		if (this.next == null) {
			show(this.locator.snapshot());
		}
	}

	private void show(MasterSnapshot snapshot) {
		this.timeline.add(snapshot, Instant.now());
		this.latest = PageState.of(snapshot, this.timeline, this.framework);
		notifyAll();
		CompletableFuture<MasterSnapshot> change = this.locator.changedFrom(snapshot);
		this.next = change;
		// On another thread: a change that is already known would call this method from
		// within itself.
		change.thenAcceptAsync((changed) -> follow(change, changed));
	}

	private synchronized void follow(CompletableFuture<MasterSnapshot> change, MasterSnapshot changed) {
		if (this.next == change) {
			show(changed);
		}
	}

	@EventListener
	synchronized void showFramework(FrameworkStatus status) {
		String id = status.frameworkId();
		FrameworkStatus framework = new FrameworkStatus(status.state(), status.master(),
				(id != null) ? Names.shortened(id) : null, status.subscriptions(), status.heartbeats(), status.offers(),
				status.since(), status.error());
		this.framework = framework;
		if (this.latest != null) {
			this.latest = this.latest.with(framework);
			notifyAll();
		}
	}

	@Override
	public synchronized void stop() {
		if (this.next != null) {
			this.next.cancel(false);
			this.next = null;
			notifyAll();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.next != null;
	}

}
