package io.github.mesosdiscovery;

import org.jspecify.annotations.Nullable;

/**
 * Why there is no leader.
 *
 * @param kind what sort of problem it is
 * @param message what was found where, and what to do
 * @param znode the znode in question, or {@code null} when there is none
 */
public record MasterProblem(Kind kind, String message, @Nullable String znode) {

	/**
	 * The sorts of problems.
	 */
	public enum Kind {

		/**
		 * The path does not exist: no master has ever registered there.
		 */
		NO_PATH,

		/**
		 * No master is registered under the path.
		 */
		NO_MASTERS,

		/**
		 * The registration that leads cannot be read or understood.
		 */
		UNREADABLE,

		/**
		 * ZooKeeper refuses the path or the leading registration to these credentials,
		 * refuses the credentials, or answers only clients that have authenticated.
		 */
		NOT_AUTHORIZED,

		/**
		 * ZooKeeper could not be reached, has answered no read for the session timeout,
		 * or has expired the session; or the list of the children is too large.
		 */
		DISCONNECTED

	}

}
