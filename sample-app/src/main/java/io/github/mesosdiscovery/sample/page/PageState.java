package io.github.mesosdiscovery.sample.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.sample.framework.FrameworkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a page shows at one moment.
 *
 * @param connection the connection to ZooKeeper
 * @param leader the leading master, or {@code null} when there is none
 * @param leaderKnown whether it is known who leads, or that nobody leads
 * @param leaderSince when it was first seen to lead, or {@code null}
 * @param electionSeen whether it was elected at that time, and not at an unknown time
 * before
 * @param problem why there is no leader, or {@code null}
 * @param masters the first masters in election order
 * @param others the number of further masters
 * @param changes the last changes, the latest first
 * @param framework the framework, or {@code null} if it is not enabled
 */
record PageState(Connection connection, @Nullable Master leader, boolean leaderKnown, @Nullable Instant leaderSince,
		boolean electionSeen, @Nullable String problem, List<Master> masters, int others, List<Timeline.Change> changes,
		@Nullable FrameworkStatus framework) {

	static final int MASTERS = 32;

	static PageState of(MasterSnapshot snapshot, Timeline timeline, @Nullable FrameworkStatus framework) {
		List<MasterRegistration> registrations = snapshot.registrations();
		Master leader = snapshot.leader().map(Master::of).orElse(null);
		return new PageState(Connection.of(snapshot.connection()), leader, Timeline.knowsLeader(snapshot),
				(leader != null) ? timeline.leaderSince() : null, timeline.isElectionSeen(),
				snapshot.problem().map(MasterProblem::message).map(Names::shortened).orElse(null),
				registrations.stream().limit(MASTERS).map(Master::of).toList(),
				Math.max(0, registrations.size() - MASTERS), timeline.changes(), framework);
	}

	PageState with(FrameworkStatus framework) {
		return new PageState(this.connection, this.leader, this.leaderKnown, this.leaderSince, this.electionSeen,
				this.problem, this.masters, this.others, this.changes, framework);
	}

	/**
	 * The connection to ZooKeeper.
	 *
	 * @param state the state
	 * @param ensemble the servers, or {@code null} for a fixed master
	 * @param path the path of the registrations, or {@code null} for a fixed master
	 * @param since when it entered that state
	 */
	record Connection(ConnectionState state, @Nullable String ensemble, @Nullable String path, Instant since) {

		static Connection of(MasterConnection connection) {
			return new Connection(connection.state(), connection.ensemble(), connection.path(), connection.since());
		}

	}

	/**
	 * A registered master.
	 *
	 * @param name host and port, or the znode if it cannot be read
	 * @param uri the address of its web page, or {@code null}
	 * @param version the version of Mesos, or {@code null}
	 * @param znode the name of the znode
	 * @param epoch the czxid of the znode, as text: it can exceed the numbers of
	 * JavaScript
	 * @param error why it cannot be read, or {@code null}
	 */
	record Master(String name, @Nullable String uri, @Nullable String version, String znode, String epoch,
			@Nullable String error) {

		static Master of(MasterRegistration registration) {
			String version = (registration instanceof MesosMaster master) ? master.version() : null;
			String error = (registration instanceof UnreadableMaster unreadable) ? unreadable.error() : null;
			return new Master(Names.of(registration), uri(registration), shortened(version),
					Names.shortened(registration.znode()), Long.toString(registration.epoch()), shortened(error));
		}

		/**
		 * A link may only lead to a web page.
		 */
		private static @Nullable String uri(MasterRegistration registration) {
			URI uri = (registration instanceof MesosMaster master) ? master.uri() : null;
			return (uri != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
					&& uri.getHost() != null) ? uri.toString() : null;
		}

		private static @Nullable String shortened(@Nullable String text) {
			return (text != null) ? Names.shortened(text) : null;
		}

	}

}
