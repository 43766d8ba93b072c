package io.github.mesosdiscovery;

import org.jspecify.annotations.Nullable;

/**
 * Why there is no leader.
 *
 * @param kind the kind of problem
 * @param message what was found where, and what to do
 * @param znode the znode that causes the problem, or {@code null}
 */
public record MasterProblem(Kind kind, String message, @Nullable String znode) {

	/**
	 * Kinds of problems.
	 */
	public enum Kind {

		/**
		 * The path does not exist: no master has registered there yet.
		 */
		NO_PATH,

		/**
		 * No master is registered under the path.
		 */
		NO_MASTERS,

		/**
		 * The leading registration cannot be read or decoded.
		 */
		UNREADABLE,

		/**
		 * The credentials do not allow to read the path or the leading registration, they
		 * are refused, or ZooKeeper requires authentication.
		 */
		NOT_AUTHORIZED,

		/**
		 * ZooKeeper is unreachable, has answered no read within the session timeout, has
		 * expired the session, or has more children than a client can list.
		 */
		DISCONNECTED

	}

}
