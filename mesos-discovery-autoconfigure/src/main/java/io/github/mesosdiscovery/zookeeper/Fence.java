package io.github.mesosdiscovery.zookeeper;

/**
 * Keeps older views out. A new session can be served by a server that lags behind, since
 * ZooKeeper promises a client that it never goes back only within one session. A view of
 * the path is versioned by the path's czxid (which incarnation) and pzxid (which change
 * of its children); one that is lower than the last accepted view is refused.
 * <p>
 * An ensemble that was wiped or restored from a backup starts over, so a view that stays
 * low is accepted in the end: {@code generation} counts how often.
 *
 * @param session the session of the last accepted view, 0 when there is none
 * @param czxid the czxid of the path in that view
 * @param pzxid the pzxid of the path in that view, the highest number of all when the
 * path was missing then
 * @param refusals the views refused in a row
 * @param generation how often the fence was given up
 */
record Fence(int session, long czxid, long pzxid, int refusals, int generation) {

	/**
	 * With the back-off between them these reads take about three seconds, and each comes
	 * after a sync: a server that lags longer than that is not merely late.
	 */
	static final int LIMIT = 6;

	static final Fence OPEN = new Fence(0, 0, 0, 0, 0);

	boolean isKnown() {
		return this.session > 0;
	}

	boolean isOlder(long czxid, long pzxid) {
		return (czxid != this.czxid) ? czxid < this.czxid : pzxid < this.pzxid;
	}

	/**
	 * Whether the last accepted view is of another session, so that this one may be
	 * served an older view: even a missing path, which has no version, is not to be
	 * believed then.
	 */
	boolean isForeign(int session) {
		return isKnown() && this.session != session;
	}

	Fence accept(int session, long czxid, long pzxid) {
		return new Fence(session, czxid, pzxid, 0, this.generation);
	}

	/**
	 * Accept that the path is missing. That ends its incarnation: only one that was made
	 * after it is newer.
	 */
	Fence acceptAbsence() {
		return new Fence(this.session, this.czxid, Long.MAX_VALUE, 0, this.generation);
	}

	/**
	 * Whether the last accepted view was an absence, so that another one is nothing
	 * older.
	 */
	boolean isAbsent() {
		return this.pzxid == Long.MAX_VALUE;
	}

	/**
	 * Count a refusal, and give up after the last one.
	 */
	Fence refuse() {
		return (this.refusals + 1 < LIMIT)
				? new Fence(this.session, this.czxid, this.pzxid, this.refusals + 1, this.generation)
				: new Fence(0, 0, 0, 0, this.generation + 1);
	}

}
