package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;

/**
 * Well-behaved and misbehaving listeners. Each keeps the last snapshot.
 */
class StormListeners implements MesosMasterListener {

	final AtomicInteger received = new AtomicInteger();

	private volatile @Nullable MasterSnapshot last;

	/** The registrations of the last snapshot. */
	List<MasterRegistration> last() {
		MasterSnapshot snapshot = this.last;
		return (snapshot != null) ? snapshot.registrations() : List.of();
	}

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		receive((MesosMasterLocator) event.getSource(), event.getSnapshot());
	}

	@Override
	public void mastersChanged(MastersChangedEvent event) {
		receive((MesosMasterLocator) event.getSource(), event.getSnapshot());
	}

	void receive(MesosMasterLocator source, MasterSnapshot snapshot) {
		this.received.incrementAndGet();
		this.last = snapshot;
	}

	/** Blocks until it is released. */
	static final class Blocking extends StormListeners {

		final CountDownLatch release = new CountDownLatch(1);

		@Override
		void receive(MesosMasterLocator source, MasterSnapshot snapshot) {
			super.receive(source, snapshot);
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	/** Throws an exception or an error now and then. */
	static final class Throwing extends StormListeners {

		@Override
		void receive(MesosMasterLocator source, MasterSnapshot snapshot) {
			super.receive(source, snapshot);
			if (this.received.get() % 500 == 1) {
				throw new IllegalStateException("on purpose");
			}
			if (this.received.get() % 500 == 2) {
				throw new StackOverflowError("on purpose");
			}
		}

	}

	/** Calls every method of the locator that does not block. */
	static final class Asking extends StormListeners {

		@Override
		void receive(MesosMasterLocator source, MasterSnapshot snapshot) {
			super.receive(source, snapshot);
			ZooKeeperMasterLocator locator = (ZooKeeperMasterLocator) source;
			StormListeners brief = new StormListeners();
			locator.addListener(brief);
			locator.leader();
			locator.masters();
			locator.lastContact();
			locator.changedFrom(snapshot).cancel(false);
			locator.start();
			locator.removeListener(brief);
		}

	}

	/** Closes the locator at its hundredth event. */
	static final class Closing extends StormListeners {

		final CountDownLatch closed = new CountDownLatch(1);

		@Override
		void receive(MesosMasterLocator source, MasterSnapshot snapshot) {
			super.receive(source, snapshot);
			if (this.received.get() == 100) {
				((ZooKeeperMasterLocator) source).close();
				this.closed.countDown();
			}
		}

	}

}
