package io.github.mesosdiscovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a locator knew at one moment. It is immutable.
 */
public final class MasterSnapshot {

	private final MasterConnection connection;

	private final List<MasterRegistration> registrations;

	private final List<String> otherChildren;

	private final @Nullable MasterProblem problem;

	private final boolean complete;

	private final List<LeaderChange> changes;

	private final List<MesosMaster> masters;

	private final Optional<MesosMaster> leader;

	/**
	 * Create a new snapshot that is complete. The first registration leads, if it can be
	 * read and there is no problem.
	 * @param connection the connection
	 * @param registrations the registrations in election order
	 * @param otherChildren children of the path that are no registrations
	 * @param problem why there is no leader, or {@code null}
	 */
	public MasterSnapshot(MasterConnection connection, List<? extends MasterRegistration> registrations,
			List<String> otherChildren, @Nullable MasterProblem problem) {
		this(connection, registrations, otherChildren, problem, true, List.of());
	}

	/**
	 * Create a new snapshot. The first registration leads, if it can be read and there is
	 * no problem.
	 * @param connection the connection
	 * @param registrations the registrations in election order
	 * @param otherChildren children of the path that are no registrations
	 * @param problem why there is no leader, or {@code null}
	 * @param complete whether no other registration is still being read
	 * @param changes the last changes of the leader, the oldest first
	 */
	public MasterSnapshot(MasterConnection connection, List<? extends MasterRegistration> registrations,
			List<String> otherChildren, @Nullable MasterProblem problem, boolean complete, List<LeaderChange> changes) {
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
	 * Return the leading master.
	 * @return the leader, or empty when there is none
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
	 * Return the registrations in election order, with those that cannot be read.
	 * @return an immutable list
	 */
	public List<MasterRegistration> registrations() {
		return this.registrations;
	}

	/**
	 * Return whether all registrations are here. A leader is told at once, and those that
	 * follow it when they have been read.
	 * @return whether no other registration was still being read
	 */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * Return names of children of the path that are no registrations, as
	 * {@code log_replicas}.
	 * @return an immutable list, cut off after a few
	 */
	public List<String> otherChildren() {
		return this.otherChildren;
	}

	/**
	 * Return how the locator stood to ZooKeeper.
	 * @return the connection
	 */
	public MasterConnection connection() {
		return this.connection;
	}

	/**
	 * Return why there is no leader.
	 * @return the problem, or empty when there is a leader or nothing was read yet
	 */
	public Optional<MasterProblem> problem() {
		return Optional.ofNullable(this.problem);
	}

	/**
	 * Return the last 16 changes of the leader. Unlike a listener, this has every change.
	 * @return an immutable list, the oldest first
	 */
	public List<LeaderChange> changes() {
		return this.changes;
	}

	@Override
	public String toString() {
		return "leader " + this.leader.map(MesosMaster::toString).orElse("none") + " of " + this.registrations.size()
				+ ", " + this.connection.state() + ((this.problem != null) ? ", " + this.problem.message() : "");
	}

}
