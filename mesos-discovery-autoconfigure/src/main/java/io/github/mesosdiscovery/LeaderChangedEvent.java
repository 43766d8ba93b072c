package io.github.mesosdiscovery;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;

/**
 * Event published when another master leads, none leads any more, or the leader has
 * published something new about itself. The source is the locator, which has the new
 * leader already.
 */
public final class LeaderChangedEvent extends ApplicationEvent {

	private final transient @Nullable MesosMaster previous;

	private final transient Reason reason;

	private final transient MasterSnapshot snapshot;

	/**
	 * Create a new event.
	 * @param source the locator
	 * @param previous the leader before the change, or {@code null}
	 * @param reason why the leader changed
	 * @param snapshot the snapshot after the change
	 */
	public LeaderChangedEvent(Object source, @Nullable MesosMaster previous, Reason reason, MasterSnapshot snapshot) {
		super(source);
		this.previous = previous;
		this.reason = reason;
		this.snapshot = snapshot;
	}

	/**
	 * Return the name of the cluster.
	 * @return the name, {@value MesosMasterLocator#DEFAULT_CLUSTER} for the main cluster
	 */
	public String getCluster() {
		return this.snapshot.cluster();
	}

	/**
	 * Return the leader before the change.
	 * @return the previous leader, or empty if there was none
	 */
	public Optional<MesosMaster> getPrevious() {
		return Optional.ofNullable(this.previous);
	}

	/**
	 * Return the leader after the change.
	 * @return the new leader, or empty if there is none
	 */
	public Optional<MesosMaster> getLeader() {
		return this.snapshot.leader();
	}

	/**
	 * Return why the leader changed.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * Return the snapshot after the change.
	 * @return the snapshot
	 */
	public MasterSnapshot getSnapshot() {
		return this.snapshot;
	}

	@Override
	public String toString() {
		return "LeaderChangedEvent[" + getCluster() + ": " + this.reason + ", "
				+ ((this.previous != null) ? this.previous : "none") + " -> "
				+ getLeader().map(MesosMaster::toString).orElse("none") + "]";
	}

	/**
	 * Reasons for a change of the leader.
	 */
	public enum Reason {

		/**
		 * A master leads, or the leader has published something new about itself.
		 */
		ELECTED,

		/**
		 * No master is registered, or the path does not exist.
		 */
		NO_MASTERS,

		/**
		 * ZooKeeper has answered no read within the session timeout, or has expired the
		 * session.
		 */
		DISCONNECTED,

		/**
		 * The leading registration cannot be read or decoded.
		 */
		UNREADABLE,

		/**
		 * The credentials are refused, or do not allow to read the path or the leading
		 * registration.
		 */
		NOT_AUTHORIZED;

		/**
		 * Return the reason for a change.
		 * @param problem why no master leads, or {@code null} if a master was elected
		 * @return the reason
		 */
		public static Reason of(MasterProblem.@Nullable Kind problem) {
			return (problem == null) ? ELECTED : switch (problem) {
				case NO_PATH, NO_MASTERS -> NO_MASTERS;
				case UNREADABLE -> UNREADABLE;
				case NOT_AUTHORIZED -> NOT_AUTHORIZED;
				case DISCONNECTED -> DISCONNECTED;
			};
		}

	}

}
