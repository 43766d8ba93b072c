package io.github.mesosdiscovery.sample.page;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.ConnectionState;
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

	private @Nullable ConnectionState connection;

	/** {@code null} while it is not known who is registered. */
	private @Nullable List<MasterRegistration> masters;

	private @Nullable MesosMaster leader;

	private Instant leaderSince = Instant.EPOCH;

	void add(MasterSnapshot snapshot, Instant now) {
		connectionIs(snapshot.connection().state(), now);
		mastersAre(known(snapshot), now);
		leaderIs(snapshot.leader().orElse(null), now);
	}

	private void connectionIs(ConnectionState state, Instant now) {
		if (state != this.connection) {
			add(new Change(now, Kind.CONNECTION, state.name()));
		}
		this.connection = state;
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

	private void leaderIs(@Nullable MesosMaster leader, Instant now) {
		if (leader == null && this.leader != null) {
			add(Kind.LEADS_NO_LONGER, List.of(this.leader), now);
		}
		else if (leader != null && !leader.equals(this.leader)) {
			add(Kind.LEADS, List.of(leader), now);
			this.leaderSince = now;
		}
		this.leader = leader;
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
	 * Return when the one that leads was first seen to.
	 * @return a time that means nothing while nobody leads
	 */
	Instant leaderSince() {
		return this.leaderSince;
	}

	/**
	 * Return the last changes.
	 * @return an immutable list, the latest first
	 */
	List<Change> changes() {
		return List.copyOf(this.changes);
	}

}
