package io.github.mesosdiscovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a locator knew at one moment. Immutable.
 */
public final class MasterSnapshot {

	static final String DEFAULT_CLUSTER = "default";

	private final String cluster;

	private final MasterConnection connection;

	private final List<MasterRegistration> registrations;

	private final List<String> otherChildren;

	private final @Nullable MasterProblem problem;

	private final boolean complete;

	private final List<LeaderChange> changes;

	private final List<MesosMaster> masters;

	private final Optional<MesosMaster> leader;

	/**
	 * Create a new snapshot that is complete, of the main cluster.
	 * @param connection the connection
	 * @param registrations the registrations in election order. The first leads if it can
	 * be read and there is no problem
	 * @param otherChildren children of the path that are not registrations
	 * @param problem why there is no leader, or {@code null}
	 */
	public MasterSnapshot(MasterConnection connection, List<? extends MasterRegistration> registrations,
			List<String> otherChildren, @Nullable MasterProblem problem) {
		this(DEFAULT_CLUSTER, connection, registrations, otherChildren, problem, true, List.of());
	}

	/**
	 * Create a new snapshot.
	 * @param cluster the name of the cluster
	 * @param connection the connection
	 * @param registrations the registrations in election order. The first leads if it can
	 * be read and there is no problem
	 * @param otherChildren children of the path that are not registrations
	 * @param problem why there is no leader, or {@code null}
	 * @param complete whether no other registration is still being read
	 * @param changes the last changes of the leader, the oldest first
	 */
	public MasterSnapshot(String cluster, MasterConnection connection, List<? extends MasterRegistration> registrations,
			List<String> otherChildren, @Nullable MasterProblem problem, boolean complete, List<LeaderChange> changes) {
		this.cluster = cluster;
		this.connection = connection;
		this.registrations = List.copyOf(registrations);
		this.otherChildren = List.copyOf(otherChildren);
		this.problem = problem;
		this.complete = complete;
		this.changes = List.copyOf(changes);
		List<MesosMaster> masters = new ArrayList<>(this.registrations.size());
		for (MasterRegistration registration : this.registrations) {
			if (registration instanceof MesosMaster master) {
				masters.add(master);
			}
		}
		this.masters = Collections.unmodifiableList(masters);
		this.leader = (problem == null && !this.registrations.isEmpty()
				&& this.registrations.get(0) instanceof MesosMaster master) ? Optional.of(master) : Optional.empty();
	}

	/**
	 * Create a snapshot for tests: of the main cluster, connected, and with a problem if
	 * there is no master.
	 * @param masters the masters in election order, the leader first
	 * @return a new snapshot
	 */
	public static MasterSnapshot of(MesosMaster... masters) {
		MasterConnection connection = new MasterConnection(ConnectionState.CONNECTED, "localhost:2181", "/mesos",
				Instant.EPOCH, Duration.ofSeconds(10));
		return new MasterSnapshot(connection, List.of(masters), List.of(), (masters.length > 0) ? null
				: new MasterProblem(MasterProblem.Kind.NO_MASTERS, "No master is registered", null));
	}

	/**
	 * Return the name of the cluster.
	 * @return the name, {@value MesosMasterLocator#DEFAULT_CLUSTER} for the main cluster
	 */
	public String cluster() {
		return this.cluster;
	}

	/**
	 * Return the leading master.
	 * @return the leader, or empty if there is none
	 */
	public Optional<MesosMaster> leader() {
		return this.leader;
	}

	/**
	 * Return the masters that can be read, in election order.
	 * @return an immutable list
	 */
	public List<MesosMaster> masters() {
		return this.masters;
	}

	/**
	 * Return all registrations in election order, including those that cannot be read.
	 * @return an immutable list
	 */
	public List<MasterRegistration> registrations() {
		return this.registrations;
	}

	/**
	 * Return whether this snapshot has all registrations. A new leader is published at
	 * once, and the other masters after they have been read.
	 * @return whether no other registration was still being read
	 */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * Return names of children of the path that are not registrations, for example
	 * {@code log_replicas}.
	 * @return an immutable list of the first few
	 */
	public List<String> otherChildren() {
		return this.otherChildren;
	}

	/**
	 * Return the connection to ZooKeeper.
	 * @return the connection
	 */
	public MasterConnection connection() {
		return this.connection;
	}

	/**
	 * Return why there is no leader.
	 * @return the problem, or empty if there is a leader or nothing has been read yet
	 */
	public Optional<MasterProblem> problem() {
		return Optional.ofNullable(this.problem);
	}

	/**
	 * Return the last 16 changes of the leader. None is skipped, unlike for a slow
	 * listener.
	 * @return an immutable list, the oldest first
	 */
	public List<LeaderChange> changes() {
		return this.changes;
	}

	@Override
	public String toString() {
		return this.cluster + ": leader " + this.leader.map(MesosMaster::toString).orElse("none") + " of "
				+ this.registrations.size() + ", " + this.connection.state()
				+ ((this.problem != null) ? ", " + this.problem.message() : "");
	}

}
