package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.Nullable;

/**
 * The connection as far as it matters for what is known.
 *
 * @param session the number of the current session, 0 before the first
 * @param phase how the session stands
 * @param timeout the session timeout in nanoseconds: as negotiated, or as asked for
 * before that
 * @param server the server of the latest connection, or {@code null} before the first
 * @param contact the last answer of ZooKeeper
 * @param synced whether a view was accepted on this connection
 * @param withdrawn whether all that was known has been given up until a view is accepted
 * @param deaths the handles in a row that died
 * @param access what keeps this client out, apart from the network
 */
record Link(int session, Phase phase, long timeout, @Nullable String server, Contact contact, boolean synced,
		boolean withdrawn, int deaths, Access access) {

	enum Phase {

		CONNECTING,

		/** Connected, and the client holds all requests back until SASL has ended. */
		AUTHENTICATING,

		CONNECTED, LOST, DEAD,

		/** About to be closed for another: it may connect once more until then. */
		REPLACED

	}

	static Link initial(long timeout, Access access, long now) {
		return new Link(0, Phase.CONNECTING, timeout, null, Contact.begin(timeout, now), false, false, 0, access);
	}

	boolean isConnected() {
		return this.phase == Phase.CONNECTED;
	}

	/**
	 * Whether the handle died and has not come to a view since. It may have tried to: one
	 * that was turned away tries for ever.
	 */
	boolean isGivenUp() {
		return this.phase == Phase.DEAD
				|| this.deaths > 0 && (this.phase == Phase.LOST || this.phase == Phase.AUTHENTICATING);
	}

	long heartbeat() {
		return Contact.heartbeat(this.timeout);
	}

	long remaining(long now) {
		return this.contact.remaining(now);
	}

	Link open(int session, long now) {
		boolean withdrawn = this.withdrawn || this.session > 0;
		return new Link(session, Phase.CONNECTING, this.timeout, this.server,
				withdrawn ? this.contact.reopen(this.timeout, now) : this.contact, false, withdrawn, this.deaths,
				this.access);
	}

	/** Connected, but not yet to be asked anything. */
	Link authenticate(long timeout, String server, long now) {
		return new Link(this.session, Phase.AUTHENTICATING, timeout, server, this.contact.connect(now), false,
				this.withdrawn, this.deaths, this.access.hinder(null));
	}

	Link connect(long timeout, @Nullable String server, long now) {
		return new Link(this.session, Phase.CONNECTED, timeout, server, this.contact.connect(now), false,
				this.withdrawn, this.deaths, this.access.hinder(null));
	}

	Link lose(long now) {
		return leave(Phase.LOST, now);
	}

	/** The server closed the connection in the middle of a SASL login. */
	Link breakOff(long now) {
		return lose(now).with(this.access.refuse(Access.BROKEN_OFF));
	}

	Link die(@Nullable String refusal, long now) {
		return giveUp(now).with(this.access.refuse(refusal));
	}

	Link giveUp(long now) {
		Link left = leave(Phase.DEAD, now);
		return new Link(left.session, left.phase, left.timeout, left.server, left.contact, false, left.withdrawn,
				left.deaths + 1, left.access);
	}

	Link replace(long now) {
		Link left = leave(Phase.REPLACED, now);
		// What is kept is not kept any longer for it.
		return left.withdrawn ? left.extend(now) : left;
	}

	/** The session is over, and Curator makes another. */
	Link expire(long now) {
		return leave(Phase.LOST, now).withdraw().extend(now);
	}

	Link withdraw() {
		return new Link(this.session, this.phase, this.timeout, this.server, this.contact.forgetPing(), false, true,
				this.deaths, this.access);
	}

	Link extend(long now) {
		return with(this.contact.extend(this.timeout, now));
	}

	Link overdue(long now) {
		return with(this.contact.overdue(heartbeat(), now));
	}

	/** A view was accepted. */
	Link sync() {
		return new Link(this.session, this.phase, this.timeout, this.server, this.contact, true, false, 0,
				this.access.refuse(null));
	}

	/** The view is not known to be current any more, though the connection is there. */
	Link desync(long now) {
		return leave(this.phase, now);
	}

	Link answer(long now) {
		return with(this.contact.answer(this.timeout, now));
	}

	Link ping(long now) {
		return with(this.contact.ping(now));
	}

	Link forgetPing() {
		return with(this.contact.forgetPing());
	}

	Link with(Access access) {
		return new Link(this.session, this.phase, this.timeout, this.server, this.contact, this.synced, this.withdrawn,
				this.deaths, access);
	}

	private Link with(Contact contact) {
		return new Link(this.session, this.phase, this.timeout, this.server, contact, this.synced, this.withdrawn,
				this.deaths, this.access);
	}

	private Link leave(Phase phase, long now) {
		return new Link(this.session, phase, this.timeout, this.server,
				this.synced ? this.contact.lose(this.timeout, now) : this.contact.forgetPing(), false, this.withdrawn,
				this.deaths, this.access);
	}

}
