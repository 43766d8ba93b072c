package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.history.invariant.TotalOrder;
import io.github.mesosdiscovery.history.trace.Close;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Rest;
import io.github.mesosdiscovery.zookeeper.DetectorProbe;
import io.github.mesosdiscovery.zookeeper.NoThreads;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * One locator from its start to its close, with those who listen to it and ask it.
 */
final class Subject {

	private static final long LEFTOVERS = TimeUnit.SECONDS.toNanos(2);

	private final String name;

	private final Duration timeout;

	private final Network network;

	private final LifeRecorder recorder;

	private final ZooKeeperMasterLocator locator;

	private final List<RecordingListener> listeners = new CopyOnWriteArrayList<>();

	private final Callers callers;

	private @Nullable NoThreads refusal;

	private volatile @Nullable Rest rest;

	private volatile @Nullable Close close;

	Subject(String name, String path, Duration timeout, Network network, Payloads payloads) {
		this.name = name;
		this.timeout = timeout;
		this.network = network;
		this.recorder = new LifeRecorder(payloads);
		DetectorProbe.watch(name, this.recorder);
		this.locator = ZooKeeperMasterLocator.builder("zk://" + network.connectString() + path)
			.name(name)
			.sessionTimeout(timeout)
			.build();
		this.callers = new Callers(name, this.locator, this.recorder);
	}

	Subject start(List<RecordingListener.Manner> manners) {
		manners.forEach((manner) -> this.locator.addListener(listener(manner)));
		this.locator.start();
		this.callers.start();
		return this;
	}

	private RecordingListener listener(RecordingListener.Manner manner) {
		RecordingListener listener = new RecordingListener(this.recorder, manner);
		this.listeners.add(listener);
		return listener;
	}

	/** Add a listener that comes late. */
	void listen() {
		RecordingListener listener = listener(RecordingListener.Manner.PROMPT);
		// What it can read now comes before all that it is going to hear, or is heard as
		// well.
		this.locator.addListener(listener);
		listener.join(this.locator.snapshot());
	}

	/** Read as an application does. */
	void read() {
		long now = System.nanoTime();
		MasterSnapshot snapshot = this.locator.snapshot();
		if (snapshot.leader().isPresent()) {
			this.recorder.saw(snapshot, now);
		}
	}

	String name() {
		return this.name;
	}

	Network network() {
		return this.network;
	}

	LifeRecorder recorder() {
		return this.recorder;
	}

	@Nullable ZooKeeper handle() {
		return this.recorder.handle();
	}

	/**
	 * Refuse threads to the client of the locator. Those for its listeners can be had.
	 */
	synchronized void refuseThreads() {
		if (this.refusal == null && this.close == null) {
			this.refusal = NoThreads.of(this.name + "-scheduler", this.name + "-close");
		}
	}

	synchronized void allowThreads() {
		if (this.refusal != null) {
			this.refusal.close();
			this.refusal = null;
		}
	}

	void rest(Rest rest) {
		this.rest = rest;
	}

	/** Whether all that listen and ask know the last snapshot. */
	boolean isTold() {
		List<Publication> publications = this.recorder.publications();
		return !publications.isEmpty() && this.callers.isTold(publications.size()) && this.listeners.stream()
			.allMatch((listener) -> TotalOrder.hasHeardAll(listener.hearing(""), publications));
	}

	void close() {
		allowThreads();
		long begun = System.nanoTime();
		this.locator.close();
		long returned = System.nanoTime();
		this.callers.stop();
		if (this.locator.snapshot().connection().state() != ConnectionState.CLOSED) {
			this.recorder.failed("It does not say that it is closed");
		}
		long deadline = returned + LEFTOVERS;
		List<String> threads = threads();
		while ((!threads.isEmpty() || this.rest != null && this.network.connections() > 0)
				&& System.nanoTime() < deadline) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
			threads = threads();
		}
		this.close = new Close(begun, returned, threads, this.network.connections());
	}

	private List<String> threads() {
		Thread[] all = new Thread[Thread.activeCount() + 64];
		int count = Thread.enumerate(all);
		List<String> names = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			// One of the client's may have given its name on to threads that it started.
			if (all[i].isAlive() && all[i].getName().startsWith(this.name)) {
				names.add(all[i].getName());
			}
		}
		return names;
	}

	/** What it did, after it was closed. */
	Life life() {
		Close closed = this.close;
		if (closed == null) {
			throw new IllegalStateException("Still running: " + this.name);
		}
		DetectorProbe.watch(this.name, null);
		List<Hearing> hearings = new ArrayList<>();
		for (int i = 0; i < this.listeners.size(); i++) {
			hearings.add(this.listeners.get(i).hearing("listener " + i));
		}
		return life(hearings, closed);
	}

	private Life life(List<Hearing> hearings, Close closed) {
		Set<Long> sessions = new HashSet<>(this.recorder.sessions());
		return new Life(this.name, this.timeout.toNanos(), this.network.hosts(), this.recorder.publications(),
				this.recorder.signs(), this.recorder.requests(), hearings, this.callers.chains(),
				this.recorder.sights(), sessions, this.recorder.failures(), this.rest, closed);
	}

}
