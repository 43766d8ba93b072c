package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.Nullable;

/**
 * The connection as far as it matters for what is known. Times are readings of a
 * monotonic clock in nanoseconds.
 *
 * @param session the number of the current session, 0 before the first
 * @param phase how the session stands
 * @param timeout the session timeout: as negotiated, or as asked for before that
 * @param contact when ZooKeeper was last heard from; when the first session was begun
 * before that
 * @param pinged when the ping was sent that was not answered yet, or {@code null}
 * @param synced whether a view was accepted on this connection
 * @param withdrawn whether all that was known has been given up until a view is accepted
 * @param reached whether ZooKeeper was ever heard from
 * @param deaths the handles in a row that died
 * @param access what keeps this client out, apart from the network
 */
record Link(int session, Phase phase, long timeout, long contact, @Nullable Long pinged, boolean synced,
		boolean withdrawn, boolean reached, int deaths, Access access) {

	enum Phase {

		CONNECTING,

		/** Connected, and the client holds all requests back until SASL has ended. */
		AUTHENTICATING,

		CONNECTED, LOST, DEAD,

		/** About to be closed for another: it may connect once more until then. */
		REPLACED

	}

	static Link initial(long timeout, Access access, long now) {
		return new Link(0, Phase.CONNECTING, timeout, now, null, false, false, false, 0, access);
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

	/**
	 * Six in a session timeout: enough to know the last contact to a sixth of it. The
	 * client's own pings, which these replace, are half as many and do not tell whether
	 * they were answered.
	 */
	long heartbeat() {
		return this.timeout / 6;
	}

	long remaining(long now) {
		return this.contact + this.timeout - now;
	}

	Link open(int session) {
		return new Link(session, Phase.CONNECTING, this.timeout, this.contact, null, false,
				this.withdrawn || this.session > 0, this.reached, this.deaths, this.access);
	}

	/**
	 * Connected, but not yet to be asked anything. It is not counted as a contact: a
	 * server that closes the connection again and again would never be lost.
	 */
	Link authenticate(long timeout) {
		return new Link(this.session, Phase.AUTHENTICATING, timeout, this.contact, null, false, this.withdrawn,
				this.reached, this.deaths, this.access.hinder(null));
	}

	Link breakOff() {
		return new Link(this.session, Phase.LOST, this.timeout, this.contact, null, false, this.withdrawn, this.reached,
				this.deaths, this.access.refuse(Access.BROKEN_OFF));
	}

	Link forgive() {
		return new Link(this.session, this.phase, this.timeout, this.contact, this.pinged, this.synced, this.withdrawn,
				this.reached, this.deaths, this.access.refuse(null));
	}

	Link login(boolean done) {
		return new Link(this.session, this.phase, this.timeout, this.contact, this.pinged, this.synced, this.withdrawn,
				this.reached, this.deaths, this.access.login(done));
	}

	Link connect(long timeout, long now) {
		return new Link(this.session, Phase.CONNECTED, timeout, now, null, false, this.withdrawn, true, this.deaths,
				this.access.hinder(null));
	}

	/**
	 * A connection that breaks was alive until then, and one that fell silent was so
	 * until the first ping that got no answer. When not even the heartbeat has run, this
	 * process was stopped: then nothing is known of the time in between.
	 */
	Link lose(long now) {
		long lastContact = (this.pinged != null) ? this.pinged
				: (now - this.contact <= 2 * heartbeat()) ? now : this.contact;
		return new Link(this.session, Phase.LOST, this.timeout, lastContact, null, false, this.withdrawn, this.reached,
				this.deaths, this.access);
	}

	Link die(@Nullable String refusal) {
		return new Link(this.session, Phase.DEAD, this.timeout, this.contact, null, false, this.withdrawn, this.reached,
				this.deaths + 1, this.access.refuse(refusal));
	}

	Link replace() {
		return new Link(this.session, Phase.REPLACED, this.timeout, this.contact, null, false, this.withdrawn,
				this.reached, this.deaths, this.access);
	}

	Link expire() {
		return new Link(this.session, Phase.LOST, this.timeout, this.contact, null, false, true, this.reached,
				this.deaths, this.access);
	}

	Link hear(long now) {
		return new Link(this.session, this.phase, this.timeout, now, null, this.synced, this.withdrawn, true,
				this.deaths, this.access);
	}

	Link ping(long now) {
		return new Link(this.session, this.phase, this.timeout, this.contact, now, this.synced, this.withdrawn,
				this.reached, this.deaths, this.access);
	}

	Link sync() {
		return new Link(this.session, this.phase, this.timeout, this.contact, this.pinged, true, false, true, 0,
				this.access.refuse(null));
	}

	Link desync() {
		return new Link(this.session, this.phase, this.timeout, this.contact, this.pinged, false, this.withdrawn,
				this.reached, this.deaths, this.access);
	}

	Link hinder(@Nullable String obstacle) {
		return new Link(this.session, this.phase, this.timeout, this.contact, this.pinged, this.synced, this.withdrawn,
				this.reached, this.deaths, this.access.hinder(obstacle));
	}

	Link withdraw() {
		return new Link(this.session, this.phase, this.timeout, this.contact, this.pinged, false, true, this.reached,
				this.deaths, this.access);
	}

}
