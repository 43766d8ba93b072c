package io.github.mesosdiscovery.history.truth;

import java.util.List;

/**
 * The path of the masters from one transaction to the next.
 *
 * @param era how often the ensemble was wiped before
 * @param zxid the transaction that brought it about
 * @param millis when that was, on the wall clock
 * @param czxid the transaction that made the path, or 0 while it is missing
 * @param pzxid the last transaction that made or deleted a child
 * @param registrations the registrations in election order
 */
public record View(int era, long zxid, long millis, long czxid, long pzxid, List<Znode> registrations) {

	/**
	 * Return whether the path is missing.
	 * @return whether it is
	 */
	public boolean isMissing() {
		return this.czxid == 0;
	}

	/**
	 * Return whether a registration is there.
	 * @param name its name without the path
	 * @param czxid the transaction that made it, or 0 when it is not known
	 * @return whether it is there
	 */
	public boolean holds(String name, long czxid) {
		return this.registrations.stream().anyMatch((znode) -> znode.is(name, czxid));
	}

	/**
	 * Return whether another view shows the same.
	 * @param other the other one
	 * @return whether it does
	 */
	public boolean isSameAs(View other) {
		return this.czxid == other.czxid && this.pzxid == other.pzxid && this.registrations.equals(other.registrations);
	}

}
