package io.github.mesosdiscovery.history.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.history.trace.Chain;
import io.github.mesosdiscovery.history.trace.Close;
import io.github.mesosdiscovery.history.trace.Delivery;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Publication.Version;
import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Rest;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.history.trace.Sight;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.history.trace.Sign.End;
import io.github.mesosdiscovery.history.truth.LoggedTransaction;
import io.github.mesosdiscovery.history.truth.Operation;
import io.github.mesosdiscovery.history.truth.Truth;
import io.github.mesosdiscovery.history.truth.View;
import io.github.mesosdiscovery.history.truth.Znode;
import org.jspecify.annotations.Nullable;

/**
 * A history made by hand: the path {@code /mesos} of the czxid 10, and locators with a
 * session timeout of a second. Times are milliseconds.
 */
final class Sample {

	static final long LOCATOR_SESSION = 1;

	static final long MASTER_SESSION = 2;

	private static final long CZXID = 10;

	private static final long TIMEOUT = 1000;

	private final List<View> views = new ArrayList<>(List.of(new View(0, 0, 0, 0, 0, List.of())));

	private final List<LoggedTransaction> transactions = new ArrayList<>();

	private final List<Life> ended = new ArrayList<>();

	private final List<Publication> publications = new ArrayList<>();

	private final List<Sign> signs = new ArrayList<>();

	private final List<Request> requests = new ArrayList<>();

	private final List<Hearing> hearings = new ArrayList<>();

	private final List<Chain> chains = new ArrayList<>();

	private final List<Sight> sights = new ArrayList<>();

	private final List<String> failures = new ArrayList<>();

	private @Nullable Rest rest;

	private Close close = new Close(nanos(100_000), nanos(100_001), List.of(), 0);

	private @Nullable View resting;

	private int childWatches = 1;

	private long millis;

	static long nanos(long millis) {
		return millis * 1_000_000;
	}

	static Znode znode(int sequence, @Nullable String payload) {
		return new Znode(name(sequence), sequence, CZXID + 1 + sequence, CZXID + 1 + sequence, payload);
	}

	static Seen seen(int sequence, @Nullable String payload) {
		return new Seen(name(sequence), sequence, CZXID + 1 + sequence, payload, (payload != null) ? null : "bad");
	}

	static String name(int sequence) {
		return String.format("info_%010d", sequence);
	}

	/** What is done in ZooKeeper from here on happens at this time. */
	Sample at(long millis) {
		this.millis = millis;
		return this;
	}

	/**
	 * ZooKeeper has these registrations from a transaction on, which made or deleted a
	 * child.
	 */
	Sample view(long zxid, Znode... znodes) {
		this.views.add(new View(0, zxid, this.millis, CZXID, zxid, List.of(znodes)));
		return this;
	}

	/** ZooKeeper has other data in one of them. */
	Sample data(long zxid, long pzxid, Znode... znodes) {
		this.views.add(new View(0, zxid, this.millis, CZXID, pzxid, List.of(znodes)));
		return this;
	}

	Sample noPath(long zxid) {
		this.views.add(new View(0, zxid, this.millis, 0, 0, List.of()));
		return this;
	}

	Sample wrote(long session, Operation operation) {
		this.transactions.add(new LoggedTransaction(100 + this.transactions.size(), session, 0, List.of(operation)));
		return this;
	}

	/** A whole view is published. */
	Sample publish(long millis, long pzxid, Seen... seen) {
		return publish(millis, new Version(1, CZXID, pzxid, 0), ConnectionState.CONNECTED, true, null, seen);
	}

	Sample publish(long millis, Version version, ConnectionState state, boolean complete,
			MasterProblem.@Nullable Kind problem, Seen... seen) {
		this.publications.add(new Publication(this.publications.size() + 1, nanos(millis), version, state, complete,
				problem, List.of(seen)));
		return this;
	}

	Sample absent(long millis, long pzxid, MasterProblem.Kind problem, Seen... seen) {
		return publish(millis, new Version(1, CZXID, pzxid, 0), ConnectionState.CONNECTED, true, problem, seen);
	}

	Sample disconnected(long millis) {
		return publish(millis, new Version(1, CZXID, 0, 0), ConnectionState.DISCONNECTED, true,
				MasterProblem.Kind.DISCONNECTED);
	}

	Sample sign(long millis, Sign.Kind kind) {
		return sign(millis, kind, End.OK);
	}

	Sample listed(long millis, long path, String... znodes) {
		this.signs.add(new Sign(nanos(millis), 1, Sign.Kind.LISTED, End.OK, List.of(znodes), path, 0));
		return this;
	}

	Sample sign(long millis, Sign.Kind kind, End end, String... znodes) {
		this.signs.add(new Sign(nanos(millis), 1, kind, end, List.of(znodes), 0, 0));
		return this;
	}

	Sample ask(long millis, Request.Kind kind) {
		return ask(millis, kind, Sign.Kind.PATH_CHANGED);
	}

	Sample ask(long millis, Request.Kind kind, Sign.Kind cause) {
		this.requests.add(new Request(nanos(millis), kind, cause));
		return this;
	}

	Sample hear(long joined, Delivery... deliveries) {
		this.hearings.add(new Hearing("listener " + this.hearings.size(), joined, List.of(deliveries)));
		return this;
	}

	static Delivery leader(long millis, long publication, @Nullable Seen previous, @Nullable Seen leader) {
		return new Delivery(nanos(millis), nanos(millis), Delivery.Kind.LEADER, publication, publication,
				(leader != null) ? Reason.ELECTED : Reason.DISCONNECTED, previous, leader);
	}

	static Delivery masters(long millis, long publication) {
		return new Delivery(nanos(millis), nanos(millis), Delivery.Kind.MASTERS, publication, publication, null, null,
				null);
	}

	Sample chain(Long... publications) {
		this.chains.add(new Chain("caller", Arrays.asList(publications)));
		return this;
	}

	Sample see(long millis, long publication) {
		this.sights.add(new Sight(publication, nanos(millis)));
		return this;
	}

	Sample fail(String failure) {
		this.failures.add(failure);
		return this;
	}

	/** It was at rest from one time to another, watching these. */
	Sample rest(long healed, long settled, long end, Set<String> watched, Rest.Probe... probes) {
		this.rest = new Rest(nanos(healed), nanos(settled), this.publications.size(), nanos(end), watched,
				List.of(probes));
		return this;
	}

	/** What ZooKeeper has by now is what it was taken to be at rest with. */
	Sample resting() {
		this.resting = this.views.get(this.views.size() - 1);
		return this;
	}

	Sample childWatches(int count) {
		this.childWatches = count;
		return this;
	}

	Sample close(long begun, long returned, List<String> threads, int connections) {
		this.close = new Close(nanos(begun), nanos(returned), threads, connections);
		return this;
	}

	/** What follows is of another locator. */
	Sample next() {
		this.ended.add(life());
		this.publications.clear();
		return this;
	}

	private Life life() {
		return new Life("locator " + this.ended.size(), nanos(TIMEOUT), 1, List.copyOf(this.publications),
				List.copyOf(this.signs), List.copyOf(this.requests), List.copyOf(this.hearings),
				List.copyOf(this.chains), List.copyOf(this.sights), Set.of(LOCATOR_SESSION), List.copyOf(this.failures),
				this.rest, this.close);
	}

	List<Violation> check(Invariant invariant) {
		List<Life> lives = new ArrayList<>(this.ended);
		lives.add(life());
		Truth truth = new Truth("/mesos", List.copyOf(this.transactions), List.copyOf(this.views));
		return Invariants.check(invariant,
				new History(truth, lives, (this.resting != null) ? this.resting : truth.end(),
						new HashSet<>(Set.of(MASTER_SESSION)), this.childWatches, 0, 0, 0));
	}

}
