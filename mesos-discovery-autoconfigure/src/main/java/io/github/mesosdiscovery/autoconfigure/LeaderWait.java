package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;

/**
 * Waits for a leader while the application starts.
 * <p>
 * The time is kept on another thread, so that the starting one waits without a limit of
 * its own: that is where Spring interrupts a start when the context is closed meanwhile,
 * by a SIGTERM for one. A wait with a limit it would sit out.
 */
final class LeaderWait {

	private final MesosMasterLocator locator;

	private final Duration timeout;

	LeaderWait(MesosMasterLocator locator, Duration timeout) {
		this.locator = locator;
		this.timeout = timeout;
	}

	/**
	 * Wait, unless the timeout is zero.
	 * @throws NoLeadingMasterException if there is no leader when the time is over
	 * @throws IllegalStateException if the thread is interrupted, which it stays
	 */
	void await() {
		if (this.timeout.isZero()) {
			return;
		}
		FutureTask<MesosMaster> task = new FutureTask<>(() -> this.locator.awaitLeader(this.timeout));
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

}
