package io.github.mesosdiscovery.sample.page;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what the pages show, for any number of readers. Who writes never waits for one of
 * them. A reader that is slow misses what came in between, and never the latest.
 */
@Component
class Board {

	private @Nullable PageState state;

	synchronized void show(PageState state) {
		this.state = state;
		notifyAll();
	}

	/**
	 * Wait until there is something new.
	 * @param seen what the reader has seen last, or {@code null} at first
	 * @param patience how long to wait at most
	 * @return the latest state, or empty if it is still the one that was seen
	 * @throws InterruptedException if the thread is interrupted
	 */
	synchronized Optional<PageState> next(@Nullable PageState seen, Duration patience) throws InterruptedException {
		long end = System.nanoTime() + patience.toNanos();
		while (this.state == seen) {
			long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
			if (left <= 0) {
				return Optional.empty();
			}
			wait(left);
		}
		return Optional.ofNullable(this.state);
	}

}
