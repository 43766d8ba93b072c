package io.github.mesosdiscovery;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;

/**
 * The leading master changed: another one leads, none leads any more, or the leader
 * published something new about itself. The source is the locator, which knows the new
 * leader already when the event arrives.
 */
public final class LeaderChangedEvent extends ApplicationEvent {

	private final transient @Nullable MesosMaster previous;

	private final transient Reason reason;

	private final transient MasterSnapshot snapshot;

	/**
	 * Create a new event.
	 * @param source the locator
	 * @param previous the leader before, or {@code null}
	 * @param reason why the leader changed
	 * @param snapshot the reading that holds the new leader
	 */
	public LeaderChangedEvent(MesosMasterLocator source, @Nullable MesosMaster previous, Reason reason,
			MasterSnapshot snapshot) {
		super(source);
		this.previous = previous;
		this.reason = reason;
		this.snapshot = snapshot;
	}

	@Override
	public MesosMasterLocator getSource() {
		return (MesosMasterLocator) super.getSource();
	}

	/**
	 * Return the leader before the change.
	 * @return the previous leader, or empty when there was none
	 */
	public Optional<MesosMaster> getPrevious() {
		return Optional.ofNullable(this.previous);
	}

	/**
	 * Return the leader after the change.
	 * @return the new leader, or empty when there is none
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
	 * Return the reading that holds the new leader.
	 * @return the snapshot
	 */
	public MasterSnapshot getSnapshot() {
		return this.snapshot;
	}

	@Override
	public String toString() {
		return "LeaderChangedEvent[" + this.reason + ": " + ((this.previous != null) ? this.previous : "none") + " -> "
				+ getLeader().map(MesosMaster::toString).orElse("none") + "]";
	}

	/**
	 * Why a leader changed.
	 */
	public enum Reason {

		/**
		 * A master leads, or the one that leads published something new about itself.
		 */
		ELECTED,

		/**
		 * No master is registered, or the path does not exist.
		 */
		NO_MASTERS,

		/**
		 * ZooKeeper has answered no read for the session timeout, or it has expired the
		 * session.
		 */
		DISCONNECTED,

		/**
		 * The registration that leads cannot be read or understood.
		 */
		UNREADABLE,

		/**
		 * ZooKeeper refuses the path, the leading registration or the credentials.
		 */
		NOT_AUTHORIZED;

		/**
		 * Return the reason for a change.
		 * @param problem why there is no leader, or {@code null} if a master was elected
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
