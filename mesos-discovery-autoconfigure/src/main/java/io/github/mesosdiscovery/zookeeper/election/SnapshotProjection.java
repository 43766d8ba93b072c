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
import org.jspecify.annotations.Nullable;

/**
 * Projects a state to what users see. The registration with the lowest sequence leads, if
 * it can be read; no other is promoted in its place.
 */
final class SnapshotProjection {

	private final DetectorState state;

	private final MasterSnapshot before;

	private final Instant time;

	private SnapshotProjection(DetectorState state, Instant time) {
		this.state = state;
		this.before = state.snapshot();
		this.time = time;
	}

	static MasterSnapshot initial(DetectorSettings settings, Instant time, List<LeaderChange> changes) {
		return new MasterSnapshot(
				settings.cluster(), new MasterConnection(ConnectionState.CONNECTING, settings.ensemble(),
						settings.path(), time, Duration.ofNanos(settings.sessionTimeout())),
				List.of(), List.of(), null, true, changes);
	}

	/**
	 * Return what users see now: the snapshot of the state itself if that has not
	 * changed.
	 */
	static MasterSnapshot of(DetectorState state, Instant time) {
		return new SnapshotProjection(state, time).next();
	}

	private MasterSnapshot next() {
		SessionState session = this.state.session;
		ConnectionState last = this.before.connection().state();
		if (session.withdrawn()) {
			return with(ConnectionState.DISCONNECTED, List.of(), List.of(), disconnected(), true);
		}
		if (!session.current()) {
			// Before the first view there is nothing to reconnect to.
			ConnectionState connection = (last == ConnectionState.CONNECTING) ? ConnectionState.CONNECTING
					: ConnectionState.RECONNECTING;
			MasterProblem problem = (this.before.leader().isEmpty() && session.access().isBarred()) ? disconnected()
					: this.before.problem().orElse(null);
			return with(connection, this.before.registrations(), this.before.otherChildren(), problem,
					this.before.isComplete());
		}
		boolean complete = this.state.members.isComplete();
		if (isElecting() || !complete && last == ConnectionState.CONNECTED
				&& Registrations.isSameLeader(this.before.leader(), leader())) {
			return this.before;
		}
		List<MasterRegistration> registrations = this.state.members.registrations();
		return with(ConnectionState.CONNECTED, registrations, this.state.path.others(), problem(registrations),
				complete);
	}

	/**
	 * Whether the next leader is being read, or a listing is to come that may hold one
	 * which registered before the last master went: until then nothing changes. That its
	 * data was read before is not enough: its watch may be used up, so that it could have
	 * gone before the one it follows.
	 */
	private boolean isElecting() {
		Member first = this.state.members.first();
		if (first == null) {
			return this.state.path.list() != 0 || this.state.path.relist();
		}
		return first.value() == null || (!first.isCurrent() && !isPublishedFirst(first.value()));
	}

	private boolean isPublishedFirst(MasterRegistration registration) {
		List<MasterRegistration> published = this.before.registrations();
		return !published.isEmpty() && published.get(0).znode().equals(registration.znode())
				&& published.get(0).epoch() == registration.epoch();
	}

	private Optional<MesosMaster> leader() {
		Member first = this.state.members.first();
		return (first != null && first.value() instanceof MesosMaster master) ? Optional.of(master) : Optional.empty();
	}

	private MasterSnapshot with(ConnectionState status, List<MasterRegistration> registrations, List<String> others,
			@Nullable MasterProblem problem, boolean complete) {
		MasterConnection connection = this.before.connection();
		Duration timeout = Duration.ofNanos(this.state.session.timeout());
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
		return Registrations.isSameLeader(this.before, next) ? next : new MasterSnapshot(this.before.cluster(),
				connection, registrations, others, problem, complete, changesTo(next));
	}

	private List<LeaderChange> changesTo(MasterSnapshot next) {
		return LeaderChanges.append(this.before.changes(),
				new LeaderChange(this.time, next.problem().map(MasterProblem::kind).orElse(null),
						this.before.leader().orElse(null), next.leader().orElse(null)));
	}

	private @Nullable MasterProblem problem(List<MasterRegistration> registrations) {
		Problems problems = new Problems(this.state.settings);
		return switch (this.state.path.status()) {
			case MISSING -> problems.noPath();
			case DENIED -> problems.pathDenied(this.state.session.access().anonymous());
			case UNKNOWN, PRESENT -> problems.of(registrations);
		};
	}

	private MasterProblem disconnected() {
		return new Problems(this.state.settings).disconnected(this.state.session);
	}

}
