package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.codec.RegistrationName;

/**
 * What a {@link Tracking} wants done. None of them waits.
 */
sealed interface Command {

	/**
	 * List the children and watch them; with {@code sync}, have the server catch up with
	 * its leader first.
	 */
	record ListChildren(int session, long request, boolean sync) implements Command {
	}

	/** Read a registration and watch it. */
	record Fetch(int session, long request, RegistrationName name) implements Command {
	}

	/** See whether the path exists, and watch for it. */
	record CheckPath(int session, long request) implements Command {
	}

	/** Ask for a sign of life. */
	record Ping(int session) implements Command {
	}

	/** Start a timer, or move it. */
	record Schedule(Timer timer, long nanos) implements Command {
	}

	/** Replace the client. */
	record Rebuild() implements Command {
	}

}
