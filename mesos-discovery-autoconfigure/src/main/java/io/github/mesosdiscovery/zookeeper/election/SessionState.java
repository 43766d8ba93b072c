package io.github.mesosdiscovery.zookeeper.election;

import org.jspecify.annotations.Nullable;

/**
 * The state of the client and its session.
 *
 * @param clientId the number of the current client, 0 before the first
 * @param timeout the session timeout in nanoseconds: as negotiated, or as requested
 * before that
 * @param current whether a view was accepted on this connection
 * @param withdrawn whether the masters are withdrawn until a view is accepted
 * @param failures the clients in a row that failed
 */
record SessionState(int clientId, Phase phase, long timeout, @Nullable String server, Contact contact, boolean current,
		boolean withdrawn, int failures, AccessState access) {

	enum Phase {

		CONNECTING,

		/** Connected, and the client holds all requests back until SASL has ended. */
		AUTHENTICATING,

		CONNECTED, LOST, FAILED,

		/** About to be closed for another: it may connect once more until then. */
		REPLACED

	}

	static SessionState initial(long timeout, long now) {
		return new SessionState(0, Phase.CONNECTING, timeout, null, Contact.begin(timeout, now), false, false, 0,
				AccessState.OPEN);
	}

	boolean isConnected() {
		return this.phase == Phase.CONNECTED;
	}

	/**
	 * Whether the client failed and has accepted no view since. It may have tried to
	 * connect: a client that is turned away tries for ever.
	 */
	boolean isGivenUp() {
		return this.phase == Phase.FAILED
				|| this.failures > 0 && (this.phase == Phase.LOST || this.phase == Phase.AUTHENTICATING);
	}

	boolean isLoginInterrupted() {
		return AccessState.INTERRUPTED.equals(this.access.refusal());
	}

	/** Answered heartbeats show that another client would fare no better. */
	private boolean isAlive() {
		return this.access.fault() != null && this.contact.pinged() == null;
	}

	/**
	 * Return the time to the deadline, but not more than the session timeout, which can
	 * have become shorter with the latest connection.
	 */
	long remaining(long now) {
		return Math.max(0, Math.min(this.contact.deadline() - now, this.timeout));
	}

	SessionState created(int clientId, long now) {
		boolean withdrawn = this.withdrawn || this.clientId > 0;
		return new SessionState(clientId, Phase.CONNECTING, this.timeout, this.server,
				withdrawn ? this.contact.restart(this.timeout, now) : this.contact, false, withdrawn, this.failures,
				this.access);
	}

	/**
	 * Connect. This does not move the deadline, since no read was answered. Only after
	 * the masters were withdrawn, the first connection gets the time for an answer.
	 */
	SessionState connected(Phase phase, long timeout, @Nullable String server, long now) {
		boolean first = this.withdrawn && this.contact.connected() == null;
		SessionState connected = new SessionState(this.clientId, phase, timeout, server, this.contact.connect(now),
				false, this.withdrawn, this.failures, this.access);
		return first ? connected.extended(now) : connected;
	}

	SessionState disconnected(long now) {
		return switch (this.phase) {
			case CONNECTED -> in(Phase.LOST, now);
			case AUTHENTICATING -> in(Phase.LOST, now).with(this.access.withRefusal(AccessState.INTERRUPTED));
			// A client that was turned away before does not even connect now.
			case CONNECTING -> isLoginInterrupted() ? with(this.access.withRefusal(null)) : this;
			case LOST, FAILED, REPLACED -> this;
		};
	}

	SessionState failed(@Nullable String refusal, @Nullable String fault, long now) {
		return givenUp(now).with((fault != null) ? this.access.withFault(fault) : this.access.withRefusal(refusal));
	}

	private SessionState givenUp(long now) {
		SessionState failed = in(Phase.FAILED, now);
		return failed.with(failed.contact, false, failed.withdrawn, this.failures + 1, failed.access);
	}

	SessionState replaced(long now) {
		SessionState replaced = in(Phase.REPLACED, now);
		// Replacing the client must not extend how long the last leader is kept.
		return replaced.withdrawn ? replaced.extended(now) : replaced;
	}

	/** The session is over, and Curator creates the next client. */
	SessionState expired(long now) {
		return in(Phase.LOST, now).withdraw().extended(now);
	}

	/** The session timeout has elapsed without contact. */
	SessionState passDeadline(long now) {
		SessionState passed = with(this.contact.passDeadline(this.timeout, now));
		passed = this.withdrawn ? passed : passed.withdraw();
		return switch (this.phase) {
			case CONNECTING -> passed.failed(null, null, now);
			// One whose login is interrupted would log in for ever with what it read of
			// the JAAS configuration. The session of any other is over by now, or will be
			// refused: a client never returns to an ensemble that was wiped.
			case LOST -> isLoginInterrupted() ? passed.givenUp(now) : passed.givenUp(now).replaced(now);
			// Connected and yet silent: this process was stopped, and an answer will come
			// at once, or the client died without notice. A login may take its time.
			case AUTHENTICATING, CONNECTED ->
				(!this.withdrawn || isAlive()) ? passed.extended(now) : passed.givenUp(now).replaced(now);
			case FAILED -> passed;
			case REPLACED -> passed.replaced(now);
		};
	}

	SessionState withdraw() {
		return with(this.contact.endHeartbeat(), false, true, this.failures, this.access);
	}

	SessionState extended(long now) {
		return with(this.contact.extend(this.timeout, now));
	}

	/** A view was accepted. */
	SessionState accepted() {
		return with(this.contact, true, false, 0, this.access.withRefusal(null));
	}

	/** The view may no longer be current, though the connection is alive. */
	SessionState outdated(long now) {
		return in(this.phase, now);
	}

	SessionState answered(boolean unread, long now) {
		return with(this.contact.answer(unread, this.timeout, now));
	}

	SessionState with(AccessState access) {
		return with(this.contact, this.current, this.withdrawn, this.failures, access);
	}

	SessionState with(Contact contact) {
		return with(contact, this.current, this.withdrawn, this.failures, this.access);
	}

	private SessionState with(Contact contact, boolean current, boolean withdrawn, int failures, AccessState access) {
		return new SessionState(this.clientId, this.phase, this.timeout, this.server, contact, current, withdrawn,
				failures, access);
	}

	private SessionState in(Phase phase, long now) {
		return new SessionState(this.clientId, phase, this.timeout, this.server,
				this.current ? this.contact.lose(this.timeout, now) : this.contact.endHeartbeat(), false,
				this.withdrawn, this.failures, this.access);
	}

}
