package io.github.mesosdiscovery.actuate.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the {@link MesosEndpoint}.
 *
 * @param connection the connection to ZooKeeper
 * @param leader the leading master, or {@code null} when there is none
 * @param masters the registrations in election order
 * @param problem why there is no leader, or {@code null}
 * @param changes the last changes of the leader, the oldest first
 */
@JsonInclude(Include.ALWAYS)
public record MesosDescriptor(ConnectionDescriptor connection, @Nullable MasterDescriptor leader,
		List<RegistrationDescriptor> masters, @Nullable ProblemDescriptor problem, List<ChangeDescriptor> changes) {

	static MesosDescriptor of(MasterSnapshot snapshot) {
		return new MesosDescriptor(ConnectionDescriptor.of(snapshot.connection()),
				snapshot.leader().map((leader) -> MasterDescriptor.of(leader, true)).orElse(null),
				RegistrationDescriptor.allOf(snapshot), snapshot.problem().map(ProblemDescriptor::of).orElse(null),
				snapshot.changes().stream().map(ChangeDescriptor::of).toList());
	}

	/**
	 * The connection to ZooKeeper.
	 *
	 * @param state how the locator stands to ZooKeeper
	 * @param ensemble the servers, or {@code null} for a fixed master
	 * @param path the path of the registrations, or {@code null} for a fixed master
	 * @param since when the state began
	 * @param sessionTimeout the session timeout in the notation of ISO 8601, or
	 * {@code null} for a fixed master
	 */
	@JsonInclude(Include.ALWAYS)
	public record ConnectionDescriptor(ConnectionState state, @Nullable String ensemble, @Nullable String path,
			Instant since, @Nullable String sessionTimeout) {

		static ConnectionDescriptor of(MasterConnection connection) {
			Duration timeout = connection.sessionTimeout();
			return new ConnectionDescriptor(connection.state(), connection.ensemble(), connection.path(),
					connection.since(), (timeout != null) ? timeout.toString() : null);
		}

	}

	/**
	 * Why there is no leader.
	 *
	 * @param kind what sort of problem it is
	 * @param message what was found where, and what to do
	 * @param znode the znode in question, or {@code null}
	 */
	@JsonInclude(Include.NON_NULL)
	public record ProblemDescriptor(MasterProblem.Kind kind, String message, @Nullable String znode) {

		static ProblemDescriptor of(MasterProblem problem) {
			return new ProblemDescriptor(problem.kind(), problem.message(), problem.znode());
		}

	}

	/**
	 * A change of the leader.
	 *
	 * @param at when it was published
	 * @param reason why the leader changed
	 * @param previous the id of the leader before, or {@code null}
	 * @param leader the id of the new leader, or {@code null}
	 */
	@JsonInclude(Include.ALWAYS)
	public record ChangeDescriptor(Instant at, LeaderChangedEvent.Reason reason, @Nullable String previous,
			@Nullable String leader) {

		static ChangeDescriptor of(LeaderChange change) {
			return new ChangeDescriptor(change.at(), LeaderChangedEvent.Reason.of(change.problem()),
					id(change.previous()), id(change.leader()));
		}

		private static @Nullable String id(@Nullable MesosMaster master) {
			return (master != null) ? master.id() : null;
		}

	}

}
