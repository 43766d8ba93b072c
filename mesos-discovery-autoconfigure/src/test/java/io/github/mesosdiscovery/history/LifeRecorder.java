package io.github.mesosdiscovery.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Sight;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.zookeeper.DetectorWitness;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what one locator does.
 */
final class LifeRecorder implements DetectorWitness {

	/**
	 * The number of a snapshot that is told to nobody, before the first and after the
	 * last.
	 */
	private static final long NONE_YET = 0;

	private static final long NO_MORE = Long.MAX_VALUE;

	/** The read that is not of a registration. */
	private static final String PATH = "";

	private final Payloads payloads;

	private final Map<MasterSnapshot, Long> numbers = new IdentityHashMap<>();

	private final List<Publication> publications = new ArrayList<>();

	private final List<Sign> signs = new ArrayList<>();

	private final List<Request> requests = new ArrayList<>();

	private final Map<Long, Long> sights = new TreeMap<>();

	private final List<ZooKeeper> handles = new CopyOnWriteArrayList<>();

	private final List<String> failures = new CopyOnWriteArrayList<>();

	/** How each read ended last. */
	private final Map<String, Sign.End> ends = new HashMap<>();

	private long lastTurn;

	LifeRecorder(Payloads payloads) {
		this.payloads = payloads;
	}

	@Override
	public synchronized void happened(Sign sign) {
		this.signs.add(sign);
		if (sign.kind() == Sign.Kind.CONNECTED || sign.kind() == Sign.Kind.DISCONNECTED) {
			this.lastTurn = sign.nanos();
		}
		switch (sign.kind()) {
			case FETCHED -> this.ends.put(sign.znodes().get(0), sign.end());
			case LISTED, CHECKED -> {
				this.ends.keySet().retainAll(sign.znodes());
				this.ends.put(PATH, sign.end());
			}
			case ZNODE_DELETED -> this.ends.keySet().removeAll(sign.znodes());
			case OPENED -> this.ends.clear();
			default -> {
				// Nothing was read.
			}
		}
	}

	@Override
	public synchronized void made(MasterSnapshot snapshot, Publication.Version version) {
		long number = this.publications.size() + 1;
		this.numbers.put(snapshot, number);
		this.publications.add(new Publication(number, System.nanoTime(), version, snapshot.connection().state(),
				snapshot.isComplete(), snapshot.problem().map(MasterProblem::kind).orElse(null),
				snapshot.registrations().stream().map(this.payloads::seen).toList()));
	}

	@Override
	public synchronized void asked(Request.Kind kind) {
		this.requests.add(new Request(System.nanoTime(), kind, this.signs.get(this.signs.size() - 1).kind()));
	}

	@Override
	public void opened(ZooKeeper handle) {
		this.handles.add(handle);
	}

	@Override
	public void failed(Throwable failure) {
		this.failures.add(failure.toString());
	}

	void failed(String failure) {
		this.failures.add(failure);
	}

	synchronized void saw(MasterSnapshot snapshot, long nanos) {
		this.sights.put(number(snapshot), nanos);
	}

	synchronized long number(MasterSnapshot snapshot) {
		Long number = this.numbers.get(snapshot);
		return (number != null) ? number
				: (snapshot.connection().state() == ConnectionState.CLOSED) ? NO_MORE : NONE_YET;
	}

	synchronized @Nullable Publication last() {
		return this.publications.isEmpty() ? null : this.publications.get(this.publications.size() - 1);
	}

	synchronized List<Publication> publications() {
		return List.copyOf(this.publications);
	}

	synchronized List<Sign> signs() {
		return List.copyOf(this.signs);
	}

	synchronized List<Request> requests() {
		return List.copyOf(this.requests);
	}

	synchronized List<Sight> sights() {
		return this.sights.entrySet().stream().map((entry) -> new Sight(entry.getKey(), entry.getValue())).toList();
	}

	/** Whether a read has failed that is going to be repeated when its pause is over. */
	synchronized boolean isRepeating() {
		return this.ends.values().stream().anyMatch((end) -> end != Sign.End.OK && end != Sign.End.MISSING);
	}

	/** When the connection last came or went. */
	synchronized long lastTurn() {
		return this.lastTurn;
	}

	@Nullable ZooKeeper handle() {
		return this.handles.isEmpty() ? null : this.handles.get(this.handles.size() - 1);
	}

	Collection<Long> sessions() {
		return this.handles.stream().map(ZooKeeper::getSessionId).filter((session) -> session != 0).toList();
	}

	List<String> failures() {
		return List.copyOf(this.failures);
	}

	Payloads payloads() {
		return this.payloads;
	}

}
