package io.github.mesosdiscovery.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.mesosdiscovery.history.RecordingListener.Manner;
import io.github.mesosdiscovery.history.trace.Life;

/**
 * The locators of a run: those that live, and those that were replaced. A thread reads
 * all of them without a pause worth mentioning.
 */
final class Subjects implements AutoCloseable {

	private static final List<List<Manner>> MANNERS = List.of(List.of(Manner.PROMPT, Manner.SLOW),
			List.of(Manner.THROWING, Manner.PROMPT), List.of(Manner.BLOCKED, Manner.PROMPT), List.of(Manner.PROMPT),
			List.of(Manner.SLOW));

	private static final long READ_PAUSE = TimeUnit.MILLISECONDS.toNanos(3);

	private final HistoryScenario scenario;

	private final String path;

	private final Payloads payloads;

	private final List<Network> networks;

	private final List<Subject> living = new ArrayList<>();

	private final List<Subject> all = new ArrayList<>();

	private final Thread reader = new Thread(this::read, "reader");

	private volatile boolean closed;

	Subjects(HistoryScenario scenario, String path, Payloads payloads, Servers servers) {
		this.scenario = scenario;
		this.path = path;
		this.payloads = payloads;
		List<Network> made = new ArrayList<>();
		for (int i = 0; i < scenario.locators(); i++) {
			made.add(Network.to(servers));
		}
		this.networks = List.copyOf(made);
	}

	void start() {
		for (int i = 0; i < this.networks.size(); i++) {
			this.living.add(start(i));
		}
		this.reader.setDaemon(true);
		this.reader.start();
	}

	private Subject start(int index) {
		Subject subject = new Subject("s" + this.scenario.seed() + "-locator" + index + "-" + this.all.size() + ".",
				this.path, this.scenario.timeout(), this.networks.get(index), this.payloads);
		this.all.add(subject);
		return subject.start(MANNERS.get(index % MANNERS.size()));
	}

	synchronized Subject get(int target) {
		return this.living.get(target % this.living.size());
	}

	synchronized List<Subject> living() {
		return List.copyOf(this.living);
	}

	Network network(int target) {
		return this.networks.get(target % this.networks.size());
	}

	/** Close a locator, and start another one in its place. */
	void replace(int target) {
		int index = target % this.networks.size();
		get(index).close();
		synchronized (this) {
			this.living.set(index, start(index));
		}
	}

	void restore() {
		this.networks.forEach(Network::restore);
		living().forEach(Subject::allowThreads);
	}

	private void read() {
		while (!this.closed) {
			living().forEach(Subject::read);
			LockSupport.parkNanos(READ_PAUSE);
		}
	}

	/** Close all that live, and tell what all did. */
	List<Life> end() {
		living().forEach(Subject::close);
		this.closed = true;
		return this.all.stream().map(Subject::life).toList();
	}

	@Override
	public void close() {
		this.closed = true;
		living().forEach(Subject::close);
		this.networks.forEach(Network::close);
	}

}
