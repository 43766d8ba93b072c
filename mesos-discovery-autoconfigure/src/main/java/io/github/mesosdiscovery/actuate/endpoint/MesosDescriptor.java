package io.github.mesosdiscovery.actuate.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import org.jspecify.annotations.Nullable;

/**
 * Description of a cluster for the {@link MesosEndpoint}.
 *
 * @param connection the connection to ZooKeeper
 * @param leader the leading master, or {@code null} if there is none
 * @param masters the registered masters in election order
 * @param problem why there is no leader, or {@code null}
 * @param changes the last changes of the leader, the oldest first
 */
@JsonInclude(Include.ALWAYS)
public record MesosDescriptor(ConnectionDescriptor connection, @Nullable MasterDescriptor leader,
		List<MasterDescriptor> masters, @Nullable ProblemDescriptor problem, List<ChangeDescriptor> changes) {

	static MesosDescriptor of(MasterSnapshot snapshot) {
		List<MasterDescriptor> masters = new ArrayList<>();
		for (MasterRegistration registration : snapshot.registrations()) {
			boolean leads = snapshot.leader().isPresent() || registration instanceof UnreadableMaster;
			masters.add(MasterDescriptor.of(registration, masters.isEmpty() && leads));
		}
		return new MesosDescriptor(ConnectionDescriptor.of(snapshot.connection()),
				snapshot.leader().isPresent() ? masters.get(0) : null, masters,
				snapshot.problem().map(ProblemDescriptor::of).orElse(null),
				snapshot.changes().stream().map(ChangeDescriptor::of).toList());
	}

	/**
	 * Description of the connection to ZooKeeper.
	 *
	 * @param state the state of the connection
	 * @param ensemble the servers, or {@code null} for a fixed master
	 * @param path the path of the registrations, or {@code null} for a fixed master
	 * @param since when the state began
	 * @param sessionTimeout the session timeout as an ISO-8601 duration, or {@code null}
	 * for a fixed master
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
	 * Description of a registered master. A master that cannot be read has only its
	 * znode, its sequence and an error; otherwise, what it has not published is omitted.
	 *
	 * @param id the id that the master gave itself
	 * @param hostname the host name as published
	 * @param ip the IP address as published
	 * @param port the TCP port
	 * @param pid the libprocess address
	 * @param version the version of Mesos
	 * @param url the URL for requests
	 * @param znode the name of the znode, without its path
	 * @param sequence the number that ZooKeeper gave to the znode; the lowest leads
	 * @param epoch the czxid of the znode
	 * @param leading whether the registration leads the election. There is no leader if
	 * it cannot be read
	 * @param domain the fault domain
	 * @param capabilities the names of the published capabilities
	 * @param error why the registration cannot be read, or {@code null} if it can
	 */
	@JsonInclude(Include.NON_EMPTY)
	public record MasterDescriptor(@Nullable String id, @Nullable String hostname, @Nullable String ip,
			@Nullable Integer port, @Nullable String pid, @Nullable String version, @Nullable String url, String znode,
			int sequence, @Nullable Long epoch, boolean leading, @Nullable MasterDomain domain,
			List<String> capabilities, @Nullable String error) {

		static MasterDescriptor of(MasterRegistration registration, boolean leading) {
			if (registration instanceof MesosMaster master) {
				return new MasterDescriptor(master.id(), master.hostname(), master.ip(), master.port(), master.pid(),
						master.version(), master.uri().toString(), master.znode(), master.sequence(), master.epoch(),
						leading, master.domain(), master.capabilities(), null);
			}
			return new MasterDescriptor(null, null, null, null, null, null, null, registration.znode(),
					registration.sequence(), null, leading, null, List.of(), ((UnreadableMaster) registration).error());
		}

	}

	/**
	 * Description of why there is no leader.
	 *
	 * @param kind the kind of problem
	 * @param message what was found where, and what to do
	 * @param znode the znode that causes it, or {@code null}
	 */
	@JsonInclude(Include.NON_NULL)
	public record ProblemDescriptor(MasterProblem.Kind kind, String message, @Nullable String znode) {

		static ProblemDescriptor of(MasterProblem problem) {
			return new ProblemDescriptor(problem.kind(), problem.message(), problem.znode());
		}

	}

	/**
	 * Description of a change of the leader.
	 *
	 * @param at when it was published
	 * @param reason why the leader changed
	 * @param previous the id of the previous leader, or {@code null}
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
