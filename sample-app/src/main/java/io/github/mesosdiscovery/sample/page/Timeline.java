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
import org.jspecify.annotations.Nullable;

/**
 * The last changes between snapshots. For one thread at a time.
 */
final class Timeline {

	static final int LIMIT = 12;

	private final Deque<Change> changes = new ArrayDeque<>();

	/** The last snapshot; {@code null} before the first. */
	private @Nullable MasterSnapshot last;

	/** {@code null} while the registrations are not known. */
	private @Nullable List<MasterRegistration> masters;

	/** The last leader, even while it is unknown whether it still leads. */
	private @Nullable MesosMaster leader;

	private Instant leaderSince = Instant.EPOCH;

	private boolean electionSeen;

	void add(MasterSnapshot snapshot, Instant now) {
		ConnectionState state = snapshot.connection().state();
		if (this.last == null || state != this.last.connection().state()) {
			add(new Change(now, Kind.CONNECTION, state.name()));
		}
		setMasters(known(snapshot), now);
		setLeader(snapshot, now);
		this.last = snapshot;
	}

	/**
	 * Return whether a snapshot tells who leads, or that nobody leads.
	 */
	static boolean knowsLeader(MasterSnapshot snapshot) {
		return switch (snapshot.connection().state()) {
			case CONNECTED, RECONNECTING, FIXED ->
				snapshot.problem().filter((problem) -> problem.kind() == MasterProblem.Kind.NOT_AUTHORIZED).isEmpty();
			case CONNECTING, DISCONNECTED, CLOSED -> false;
		};
	}

	/**
	 * While not all masters are known, none has joined or left.
	 */
	private @Nullable List<MasterRegistration> known(MasterSnapshot snapshot) {
		return switch (snapshot.connection().state()) {
			case CONNECTED, FIXED -> snapshot.isComplete() ? snapshot.registrations() : this.masters;
			case RECONNECTING -> this.masters;
			case CONNECTING, DISCONNECTED, CLOSED -> null;
		};
	}

	private void setMasters(@Nullable List<MasterRegistration> masters, Instant now) {
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

	private void setLeader(MasterSnapshot snapshot, Instant now) {
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
	 * Whether no election can have been missed since the last snapshot.
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
	 * @return the time, without a meaning while nobody leads
	 */
	Instant leaderSince() {
		return this.leaderSince;
	}

	/**
	 * Return whether the leader was elected at that time, and not at an unknown time
	 * before.
	 */
	boolean isElectionSeen() {
		return this.electionSeen;
	}

	/**
	 * Return the last changes.
	 * @return the changes, the latest first
	 */
	List<Change> changes() {
		return List.copyOf(this.changes);
	}

	/**
	 * A change.
	 *
	 * @param at when it was seen
	 * @param kind what has happened
	 * @param subject the masters, or the state of the connection
	 */
	record Change(Instant at, Kind kind, String subject) {
	}

	/**
	 * The kinds of changes.
	 */
	enum Kind {

		LEADS, LEADS_NO_LONGER, LEADER_UNKNOWN, JOINED, LEFT, CONNECTION

	}

}
