package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.history.trace.Chain;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

/**
 * Those who ask one locator: one who asks again and again what changed, and one who waits
 * for a leader.
 */
final class Callers {

	private static final Duration WAIT = Duration.ofMillis(100);

	private final ZooKeeperMasterLocator locator;

	private final LifeRecorder recorder;

	private final List<Long> chain = new ArrayList<>();

	private final Thread waiter;

	private volatile boolean stopped;

	Callers(String name, ZooKeeperMasterLocator locator, LifeRecorder recorder) {
		this.locator = locator;
		this.recorder = recorder;
		this.waiter = new Thread(this::awaitLeaders, "waiter-of-" + name);
		this.waiter.setDaemon(true);
	}

	void start() {
		follow(this.locator.snapshot());
		this.waiter.start();
	}

	private void follow(MasterSnapshot seen) {
		this.locator.changedFrom(seen).thenAccept((next) -> {
			long number = this.recorder.number(next);
			synchronized (this.chain) {
				this.chain.add(number);
			}
			if (number != Long.MAX_VALUE) {
				follow(next);
			}
		});
	}

	private void awaitLeaders() {
		while (!this.stopped) {
			try {
				this.locator.awaitLeader(WAIT);
				Thread.sleep(WAIT.toMillis());
			}
			catch (NoLeadingMasterException ex) {
				// That is the answer.
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				this.recorder.failed(ex);
				return;
			}
		}
	}

	boolean isTold(long last) {
		synchronized (this.chain) {
			return !this.chain.isEmpty() && this.chain.get(this.chain.size() - 1) >= last;
		}
	}

	List<Chain> chains() {
		synchronized (this.chain) {
			return List.of(new Chain("caller", List.copyOf(this.chain)));
		}
	}

	void stop() {
		this.stopped = true;
		this.waiter.interrupt();
	}

}
