package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link Tracking} into what users see. A pure function of it and of what they
 * saw before: the election is held here.
 *
 * @param ensemble the servers
 * @param path the path of the registrations
 */
record Snapshots(String ensemble, String path) {

	/**
	 * Return what is to be seen now: {@code before} itself if that has not changed.
	 */
	MasterSnapshot next(Tracking tracking, MasterSnapshot before, Instant now) {
		Link link = tracking.link();
		Duration timeout = Duration.ofNanos(link.timeout());
		if (link.withdrawn()) {
			return of(ConnectionState.DISCONNECTED, List.of(), List.of(), lost(link), true, before, timeout, now);
		}
		if (!link.synced()) {
			// Before the first view there is nothing to come back to.
			ConnectionState state = (before.connection().state() == ConnectionState.CONNECTING)
					? ConnectionState.CONNECTING : ConnectionState.RECONNECTING;
			MasterProblem problem = (before.leader().isEmpty() && link.access().isBarred()) ? lost(link)
					: before.problem().orElse(null);
			return of(state, before.registrations(), before.otherChildren(), problem, before.isComplete(), before,
					timeout, now);
		}
		if (isElecting(tracking, before)) {
			return before;
		}
		Slots slots = tracking.slots();
		if (!slots.isComplete() && before.connection().state() == ConnectionState.CONNECTED
				&& isSameLeader(before.leader(), leader(slots))) {
			return before;
		}
		List<MasterRegistration> registrations = slots.registrations();
		return of(ConnectionState.CONNECTED, registrations, tracking.path().others(),
				problem(tracking.path(), registrations, link.access()), slots.isComplete(), before, timeout, now);
	}

	/**
	 * Whether the next leader is being read, or a listing is to come that may hold one
	 * who came before the last master went: until then there is nothing new to say. That
	 * its data was read before is not enough: its watch may be used up, so that it could
	 * have gone before the one it follows.
	 */
	private static boolean isElecting(Tracking tracking, MasterSnapshot before) {
		Slot first = tracking.slots().first();
		if (first == null) {
			return tracking.path().list() != 0 || tracking.path().again();
		}
		return first.value() == null || (!first.isCurrent() && !isFirst(first.value(), before));
	}

	private static boolean isFirst(MasterRegistration registration, MasterSnapshot snapshot) {
		return !snapshot.registrations().isEmpty()
				&& snapshot.registrations().get(0).znode().equals(registration.znode())
				&& snapshot.registrations().get(0).epoch() == registration.epoch();
	}

	private static Optional<MesosMaster> leader(Slots slots) {
		return Optional.ofNullable(slots.first())
			.map(Slot::value)
			.filter(MesosMaster.class::isInstance)
			.map(MesosMaster.class::cast);
	}

	static boolean isSameLeader(MasterSnapshot one, MasterSnapshot other) {
		return isSameLeader(one.leader(), other.leader());
	}

	private static boolean isSameLeader(Optional<MesosMaster> first, Optional<MesosMaster> second) {
		return first.isPresent() && second.isPresent() ? Slot.isSame(first.get(), second.get())
				: first.isEmpty() && second.isEmpty();
	}

	private MasterSnapshot of(ConnectionState state, List<MasterRegistration> registrations, List<String> others,
			@Nullable MasterProblem problem, boolean complete, MasterSnapshot before, Duration timeout, Instant now) {
		MasterConnection connection = before.connection();
		if (connection.state() != state || !timeout.equals(connection.sessionTimeout())) {
			connection = new MasterConnection(state, this.ensemble, this.path,
					(connection.state() != state) ? now : connection.since(), timeout);
		}
		else if (ReadRegistrations.isSame(before.registrations(), registrations)
				&& others.equals(before.otherChildren()) && Objects.equals(before.problem().orElse(null), problem)
				&& before.isComplete() == complete) {
			return before;
		}
		return new MasterSnapshot(connection, registrations, others, problem, complete);
	}

	private @Nullable MasterProblem problem(PathView view, List<MasterRegistration> registrations, Access access) {
		if (view.status() == PathView.Status.MISSING) {
			return new MasterProblem(Kind.NO_PATH, "The path " + this.path + " does not exist in ZooKeeper at "
					+ this.ensemble + ": no master has registered there. Check the path, or start a master", null);
		}
		if (view.status() == PathView.Status.DENIED) {
			return new MasterProblem(Kind.NOT_AUTHORIZED,
					"The ACL of " + this.path + " in ZooKeeper at " + this.ensemble
							+ " does not let these credentials list it. Give credentials that may read it (scheme "
							+ "digest), or allow them to. It is tried again, in the end every "
							+ Backoff.LAST / 1_000_000_000 + " s"
							+ (access.anonymous() ? ". The SASL login has failed, so that it is asked without" : ""),
					null);
		}
		if (registrations.isEmpty()) {
			return new MasterProblem(Kind.NO_MASTERS,
					"No master is registered under " + this.path + " in ZooKeeper at " + this.ensemble, null);
		}
		return (registrations.get(0) instanceof UnreadableMaster first) ? unreadable(first) : null;
	}

	private MasterProblem unreadable(UnreadableMaster first) {
		return new MasterProblem(first.denied() ? Kind.NOT_AUTHORIZED : Kind.UNREADABLE,
				"The registration that leads, " + first.znode() + " under " + this.path
						+ ", cannot be read, and no other is promoted in its place: " + first.error(),
				first.znode());
	}

	private MasterProblem lost(Link link) {
		Access access = link.access();
		if (access.refusal() != null) {
			return new MasterProblem(Kind.NOT_AUTHORIZED, "Not authenticated to ZooKeeper at " + this.ensemble + ": "
					+ access.refusal() + ". It is tried again", null);
		}
		if (access.fault() != null) {
			return new MasterProblem(Kind.DISCONNECTED, "The masters cannot be read from ZooKeeper at " + this.ensemble
					+ ": " + access.fault() + ". The locator retries", null);
		}
		if (access.obstacle() != null) {
			return new MasterProblem(Kind.DISCONNECTED, "No TLS connection to ZooKeeper at " + this.ensemble
					+ " comes about: " + access.obstacle() + ". It is tried again and again", null);
		}
		return new MasterProblem(Kind.DISCONNECTED, "ZooKeeper at " + this.ensemble + " " + silence(link.contact()),
				null);
	}

	private static String silence(Contact contact) {
		if (contact.silent()) {
			return "accepts connections and does not answer: no read was answered for the session timeout. Check the"
					+ " logs of the servers, and whether the network drops large packets";
		}
		return contact.ever() ? "has not responded for the session timeout, or has expired the session"
				: "could not be reached. Check host and port, where ZooKeeper usually listens on 2181; that the"
						+ " ensemble has a quorum; that the servers accept another connection from this host"
						+ " (maxClientCnxns); and whether the port expects TLS";
	}

}
