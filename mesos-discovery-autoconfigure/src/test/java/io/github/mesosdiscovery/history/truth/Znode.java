package io.github.mesosdiscovery.history.truth;

import org.jspecify.annotations.Nullable;

/**
 * A registration as ZooKeeper had it.
 *
 * @param name the name without the path
 * @param sequence the number in the name
 * @param czxid the transaction that made it
 * @param mzxid the transaction that wrote its data
 * @param payload what the data says, or {@code null} if nobody can read it
 */
public record Znode(String name, int sequence, long czxid, long mzxid, @Nullable String payload) {

	/**
	 * Return whether it is the same registration, with whatever data.
	 * @param name the name without the path
	 * @param czxid the transaction that made it, or 0 when it is not known
	 * @return whether it is the same
	 */
	public boolean is(String name, long czxid) {
		return this.name.equals(name) && (czxid == 0 || this.czxid == czxid);
	}

}
