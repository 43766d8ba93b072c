package io.github.mesosdiscovery.zookeeper.election;

import java.util.OptionalLong;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * All that is known while the masters of one path are followed (internal). Immutable:
 * {@link StateMachine} makes the next one.
 */
public final class DetectorState {

	final DetectorSettings settings;

	final SessionState session;

	final StaleViewGuard guard;

	final PathState path;

	final Members members;

	final Confirmation confirmation;

	/** The number of the last request. */
	final long requests;

	/** When the first of the reads that failed is repeated, or {@code null}. */
	final @Nullable Long retryAt;

	private final MasterSnapshot snapshot;

	DetectorState(DetectorSettings settings, SessionState session, StaleViewGuard guard, PathState path,
			Members members, Confirmation confirmation, long requests, @Nullable Long retryAt,
			MasterSnapshot snapshot) {
		this.settings = settings;
		this.session = session;
		this.guard = guard;
		this.path = path;
		this.members = members;
		this.confirmation = confirmation;
		this.requests = requests;
		this.retryAt = retryAt;
		this.snapshot = snapshot;
	}

	/**
	 * Return what users see.
	 * @return the snapshot, the same object until something changes
	 */
	public MasterSnapshot snapshot() {
		return this.snapshot;
	}

	/**
	 * Return the number of the current client.
	 * @return the number, 0 before the first client
	 */
	public int clientId() {
		return this.session.clientId();
	}

	/**
	 * Return when ZooKeeper last answered a read.
	 * @return the reading of the monotonic clock in nanoseconds, or empty if it never did
	 */
	public OptionalLong lastContact() {
		Contact contact = this.session.contact();
		return contact.ever() ? OptionalLong.of(contact.answered()) : OptionalLong.empty();
	}

	/**
	 * Return whether a view was accepted on the current connection.
	 * @return whether the view is current
	 */
	public boolean isCurrent() {
		return this.session.current();
	}

	/**
	 * Return whether a read is in progress that a watch may have caused.
	 * @return whether a read is in progress, heartbeats aside
	 */
	public boolean isReading() {
		return !this.path.isIdle() || this.members.reading() != 0;
	}

	DetectorState with(MasterSnapshot snapshot) {
		return new DetectorState(this.settings, this.session, this.guard, this.path, this.members, this.confirmation,
				this.requests, this.retryAt, snapshot);
	}

	@Override
	public String toString() {
		return this.session.toString();
	}

	/**
	 * Whether the registration that leads is known as it is.
	 *
	 * @param leader the registration that led when it was last confirmed, or {@code null}
	 * when there was none
	 * @param settled whether that is the one that leads now, or nothing was answered
	 * since
	 */
	record Confirmation(@Nullable RegistrationName leader, boolean settled) {

		static final Confirmation NONE = new Confirmation(null, true);

	}

}
