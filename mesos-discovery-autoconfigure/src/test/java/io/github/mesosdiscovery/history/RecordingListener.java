package io.github.mesosdiscovery.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.history.trace.Delivery;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what it hears, and behaves as listeners do.
 */
final class RecordingListener implements MesosMasterListener {

	private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(10);

	private static final long BLOCKED = TimeUnit.MILLISECONDS.toNanos(700);

	private final LifeRecorder recorder;

	private final Manner manner;

	private final List<Delivery> deliveries = new ArrayList<>();

	private volatile long joined;

	RecordingListener(LifeRecorder recorder, Manner manner) {
		this.recorder = recorder;
		this.manner = manner;
	}

	/** Note that it was added late. */
	void join(MasterSnapshot current) {
		this.joined = this.recorder.number(current);
	}

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		long begun = System.nanoTime();
		long current = current(event.getSource());
		behave();
		add(new Delivery(begun, System.nanoTime(), Delivery.Kind.LEADER, this.recorder.number(event.getSnapshot()),
				current, event.getReason(), seen(event.getPrevious()), seen(event.getLeader())));
	}

	@Override
	public void mastersChanged(MastersChangedEvent event) {
		long begun = System.nanoTime();
		long current = current(event.getSource());
		behave();
		add(new Delivery(begun, System.nanoTime(), Delivery.Kind.MASTERS, this.recorder.number(event.getSnapshot()),
				current, null, null, null));
	}

	private long current(Object locator) {
		return this.recorder.number(((MesosMasterLocator) locator).snapshot());
	}

	private @Nullable Seen seen(Optional<MesosMaster> master) {
		return master.map(this.recorder.payloads()::seen).orElse(null);
	}

	private void behave() {
		if (this.manner == Manner.SLOW) {
			LockSupport.parkNanos(SLOW);
		}
		else if (this.manner == Manner.BLOCKED && size() == 3) {
			LockSupport.parkNanos(BLOCKED);
		}
	}

	private void add(Delivery delivery) {
		synchronized (this.deliveries) {
			this.deliveries.add(delivery);
		}
		if (this.manner == Manner.THROWING) {
			throw new IllegalStateException("A listener that throws");
		}
	}

	private int size() {
		synchronized (this.deliveries) {
			return this.deliveries.size();
		}
	}

	Hearing hearing(String name) {
		synchronized (this.deliveries) {
			return new Hearing(name + " (" + this.manner + ")", this.joined, List.copyOf(this.deliveries));
		}
	}

	/** How listeners behave. */
	enum Manner {

		PROMPT, SLOW, THROWING, BLOCKED

	}

}
