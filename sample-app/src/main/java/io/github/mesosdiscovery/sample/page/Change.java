package io.github.mesosdiscovery.sample.page;

import java.time.Instant;

/**
 * One entry of the time line.
 *
 * @param at when it was seen
 * @param kind what happened
 * @param subject to whom: a master, or several, or the state of the connection
 */
record Change(Instant at, Kind kind, String subject) {

	/**
	 * What can happen.
	 */
	enum Kind {

		LEADS, LEADS_NO_LONGER, LEADER_UNKNOWN, JOINED, LEFT, CONNECTION

	}

}
