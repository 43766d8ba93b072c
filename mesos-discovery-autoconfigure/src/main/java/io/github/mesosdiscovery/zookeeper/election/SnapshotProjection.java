package io.github.mesosdiscovery.zookeeper.election;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.zookeeper.election.PathState.Status;
import org.jspecify.annotations.Nullable;

/**
 * Projects a state to what users see. The registration with the lowest sequence leads, if
 * it can be read; no other is promoted in its place.
 */
final class SnapshotProjection {

	private final DetectorState state;

	private final SessionState session;

	private final Problems problems;

	private final MasterSnapshot before;

	private final Instant time;

	private SnapshotProjection(DetectorState state, Instant time) {
		this.state = state;
		this.session = state.session();
		this.problems = new Problems(state.settings());
		this.before = state.snapshot();
		this.time = time;
	}

	/**
	 * Return what users see now: the snapshot of the state itself if that has not
	 * changed.
	 */
	static MasterSnapshot of(DetectorState state, Instant time) {
		return new SnapshotProjection(state, time).next();
	}

	private MasterSnapshot next() {
		if (this.session.withdrawn()) {
			return with(ConnectionState.DISCONNECTED, List.of(), List.of(), this.problems.disconnected(this.session),
					true);
		}
		ConnectionState last = this.before.connection().state();
		if (!this.session.current()) {
			// Before the first view there is nothing to reconnect to.
			ConnectionState connection = (last == ConnectionState.CONNECTING) ? ConnectionState.CONNECTING
					: ConnectionState.RECONNECTING;
			MasterProblem problem = (this.before.leader().isEmpty() && this.session.access().isBarred())
					? this.problems.disconnected(this.session) : this.before.problem().orElse(null);
			return with(connection, this.before.registrations(), this.before.otherChildren(), problem,
					this.before.isComplete());
		}
		boolean complete = this.state.members().isComplete();
		if (this.state.isReadingLeader() || isListingLeader() || !complete && last == ConnectionState.CONNECTED
				&& Registrations.isSameLeader(this.before.leader(), leader())) {
			return this.before;
		}
		List<MasterRegistration> registrations = this.state.members().registrations();
		return with(ConnectionState.CONNECTED, registrations, this.state.path().others(), problem(registrations),
				complete);
	}

	/**
	 * Whether a listing is to come that may hold a leader which registered before the
	 * last master went.
	 */
	private boolean isListingLeader() {
		PathState path = this.state.path();
		return this.state.members().first() == null && path.status() == Status.PRESENT && !path.isSettled();
	}

	private Optional<MesosMaster> leader() {
		Member first = this.state.members().first();
		return (first != null && first.value() instanceof MesosMaster master) ? Optional.of(master) : Optional.empty();
	}

	private MasterSnapshot with(ConnectionState status, List<MasterRegistration> registrations, List<String> others,
			@Nullable MasterProblem problem, boolean complete) {
		MasterConnection connection = this.before.connection();
		Duration timeout = Duration.ofNanos(this.session.timeout());
		if (connection.state() != status || !timeout.equals(connection.sessionTimeout())) {
			connection = new MasterConnection(status, connection.ensemble(), connection.path(),
					(connection.state() != status) ? this.time : connection.since(), timeout);
		}
		else if (Registrations.isSame(this.before.registrations(), registrations)
				&& others.equals(this.before.otherChildren())
				&& Objects.equals(this.before.problem().orElse(null), problem)
				&& this.before.isComplete() == complete) {
			return this.before;
		}
		MasterSnapshot next = new MasterSnapshot(this.before.cluster(), connection, registrations, others, problem,
				complete, this.before.changes());
		if (Registrations.isSameLeader(this.before, next)) {
			return next;
		}
		LeaderChange change = new LeaderChange(this.time, (problem != null) ? problem.kind() : null,
				this.before.leader().orElse(null), next.leader().orElse(null));
		return new MasterSnapshot(next.cluster(), connection, registrations, others, problem, complete,
				LeaderChanges.append(next.changes(), change));
	}

	private @Nullable MasterProblem problem(List<MasterRegistration> registrations) {
		return switch (this.state.path().status()) {
			case MISSING -> this.problems.noPath();
			case DENIED -> this.problems.pathDenied(this.session.access().anonymous());
			case UNKNOWN, PRESENT -> this.problems.of(registrations);
		};
	}

}
