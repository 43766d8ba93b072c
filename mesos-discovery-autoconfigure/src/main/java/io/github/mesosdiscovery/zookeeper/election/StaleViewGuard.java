package io.github.mesosdiscovery.zookeeper.election;

/**
 * Refuses views of the path that are older than the last accepted one. A new session can
 * be served by a server that lags behind, since ZooKeeper guarantees a client that it
 * never goes back within one session only.
 * <p>
 * An ensemble that was wiped or restored from a backup starts over, so that a view that
 * stays old is accepted in the end.
 *
 * @param clientId the client of the last accepted view, 0 if there is none
 * @param czxid the czxid of the path in that view, which tells its incarnation
 * @param pzxid the pzxid of the path in that view, which tells the last change of its
 * children; the highest number of all if the path was missing
 * @param refusals the views refused in a row
 * @param generation how often an old view was accepted in the end
 */
record StaleViewGuard(int clientId, long czxid, long pzxid, int refusals, int generation) {

	/**
	 * With the back-off between them these reads take about three seconds, and each comes
	 * after a sync: a server that lags longer than that does not merely lag.
	 */
	static final int MAX_REFUSALS = 6;

	static final StaleViewGuard OPEN = new StaleViewGuard(0, 0, 0, 0, 0);

	boolean isKnown() {
		return this.clientId > 0;
	}

	boolean isOlder(long czxid, long pzxid) {
		return czxid < this.czxid || czxid == this.czxid && pzxid < this.pzxid;
	}

	/**
	 * Whether the last accepted view is of another client, so that this one may be served
	 * an older view: even a missing path, which has no version, is not trusted then.
	 */
	boolean isOfAnotherClient(int clientId) {
		return isKnown() && this.clientId != clientId;
	}

	/** Whether the path was missing in the last accepted view. */
	boolean isAbsent() {
		return this.pzxid == Long.MAX_VALUE;
	}

	StaleViewGuard accept(int clientId, long czxid, long pzxid) {
		return new StaleViewGuard(clientId, czxid, pzxid, 0, this.generation);
	}

	/** The path is missing: only one that is created from now on is newer. */
	StaleViewGuard acceptAbsence(int clientId) {
		return new StaleViewGuard(clientId, this.czxid, Long.MAX_VALUE, 0, this.generation);
	}

	/** Count a refusal, and accept any view after the last one. */
	StaleViewGuard refuse() {
		return (this.refusals + 1 < MAX_REFUSALS)
				? new StaleViewGuard(this.clientId, this.czxid, this.pzxid, this.refusals + 1, this.generation)
				: new StaleViewGuard(0, 0, 0, 0, this.generation + 1);
	}

}
