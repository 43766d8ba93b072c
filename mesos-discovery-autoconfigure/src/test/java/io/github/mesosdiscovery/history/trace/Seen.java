package io.github.mesosdiscovery.history.trace;

import org.jspecify.annotations.Nullable;

/**
 * A registration as a locator published it.
 *
 * @param name the name without the path
 * @param sequence the number in the name
 * @param czxid the transaction that made it, or 0 when it is not known
 * @param payload what the data says, or {@code null} if it cannot be read
 * @param error why it cannot be read, or {@code null}
 */
public record Seen(String name, int sequence, long czxid, @Nullable String payload, @Nullable String error) {

	/**
	 * Return whether the data could be read.
	 * @return whether it could
	 */
	public boolean isReadable() {
		return this.payload != null;
	}

	/**
	 * Return whether it is the same registration, with whatever data.
	 * @param other the other one
	 * @return whether it is the same
	 */
	public boolean isSameAs(Seen other) {
		return this.name.equals(other.name) && (this.czxid == other.czxid || this.czxid == 0 || other.czxid == 0);
	}

}
