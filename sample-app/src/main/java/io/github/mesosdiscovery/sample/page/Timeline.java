package io.github.mesosdiscovery.sample.page;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.sample.page.Change.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was different from one reading to the next. For one thread at a time.
 */
final class Timeline {

	static final int LIMIT = 12;

	private final Deque<Change> changes = new ArrayDeque<>();

	/** The last reading; {@code null} before the first. */
	private @Nullable MasterSnapshot last;

	/** {@code null} while it is not known who is registered. */
	private @Nullable List<MasterRegistration> masters;

	/** The last leader, also while it is unknown whether it still leads. */
	private @Nullable MesosMaster leader;

	private Instant leaderSince = Instant.EPOCH;

	private boolean electionSeen;

	void add(MasterSnapshot snapshot, Instant now) {
		ConnectionState state = snapshot.connection().state();
		if (this.last == null || state != this.last.connection().state()) {
			add(new Change(now, Kind.CONNECTION, state.name()));
		}
		mastersAre(known(snapshot), now);
		leaderIs(snapshot, now);
		this.last = snapshot;
	}

	/**
	 * Return whether a reading says who leads, or that nobody leads.
	 */
	static boolean knowsLeader(MasterSnapshot snapshot) {
		return switch (snapshot.connection().state()) {
			case CONNECTED, RECONNECTING, FIXED ->
				snapshot.problem().filter((problem) -> problem.kind() == MasterProblem.Kind.NOT_AUTHORIZED).isEmpty();
			case CONNECTING, DISCONNECTED, CLOSED -> false;
		};
	}

	/**
	 * While the masters are not known, or only some of them, nobody has come or gone.
	 */
	private @Nullable List<MasterRegistration> known(MasterSnapshot snapshot) {
		return switch (snapshot.connection().state()) {
			case CONNECTED, FIXED -> snapshot.isComplete() ? snapshot.registrations() : this.masters;
			case RECONNECTING -> this.masters;
			case CONNECTING, DISCONNECTED, CLOSED -> null;
		};
	}

	private void mastersAre(@Nullable List<MasterRegistration> masters, Instant now) {
		if (this.masters != null && masters != null) {
			add(Kind.LEFT, without(this.masters, masters), now);
			add(Kind.JOINED, without(masters, this.masters), now);
		}
		this.masters = masters;
	}

	private static List<MasterRegistration> without(List<MasterRegistration> some, List<MasterRegistration> others) {
		Set<String> znodes = others.stream().map(MasterRegistration::znode).collect(Collectors.toSet());
		return some.stream().filter((registration) -> !znodes.contains(registration.znode())).toList();
	}

	private void leaderIs(MasterSnapshot snapshot, Instant now) {
		MesosMaster before = (this.last != null) ? this.last.leader().orElse(null) : null;
		MesosMaster leader = snapshot.leader().orElse(null);
		boolean known = knowsLeader(snapshot);
		if (leader == null && before != null) {
			add(known ? Kind.LEADS_NO_LONGER : Kind.LEADER_UNKNOWN, List.of(before), now);
		}
		else if (leader != null && !leader.equals(before)) {
			add(Kind.LEADS, List.of(leader), now);
		}
		if (leader != null && !leader.equals(this.leader)) {
			this.leaderSince = now;
			this.electionSeen = isContinued(snapshot);
		}
		if (leader != null || known) {
			this.leader = leader;
		}
	}

	/**
	 * Whether nothing can have been missed since the last reading.
	 */
	private boolean isContinued(MasterSnapshot snapshot) {
		return this.last != null && this.last.isComplete() && knowsLeader(this.last)
				&& snapshot.connection().state() == ConnectionState.CONNECTED
				&& snapshot.connection().equals(this.last.connection());
	}

	private void add(Kind kind, List<MasterRegistration> masters, Instant now) {
		if (!masters.isEmpty()) {
			add(new Change(now, kind, Names.of(masters)));
		}
	}

	private void add(Change change) {
		this.changes.addFirst(change);
		if (this.changes.size() > LIMIT) {
			this.changes.removeLast();
		}
	}

	/**
	 * Return when the leader was first seen to lead.
	 * @return a time that means nothing while nobody leads
	 */
	Instant leaderSince() {
		return this.leaderSince;
	}

	/**
	 * Return whether the leader was elected at that time, or at an unknown time before.
	 */
	boolean isElectionSeen() {
		return this.electionSeen;
	}

	/**
	 * Return the last changes.
	 * @return an immutable list, the latest first
	 */
	List<Change> changes() {
		return List.copyOf(this.changes);
	}

}
