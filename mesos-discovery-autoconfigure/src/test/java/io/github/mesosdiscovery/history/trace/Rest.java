package io.github.mesosdiscovery.history.trace;

import java.util.List;
import java.util.Set;

/**
 * A locator at rest, after all faults were healed, and the last changes that it had to
 * find.
 *
 * @param healed when the last fault was healed and the path changed last, on the
 * monotonic clock
 * @param settled when the locator and its listeners knew what ZooKeeper holds, 0 if they
 * never did
 * @param publication the number of its snapshot then
 * @param end when the rest ended
 * @param watched the znodes that its session had watches for the data of, by the word of
 * the servers
 * @param probes the changes after the rest
 */
public record Rest(long healed, long settled, long publication, long end, Set<String> watched, List<Probe> probes) {

	/**
	 * A change to be found.
	 *
	 * @param change what was changed
	 * @param begun when it was asked for, on the monotonic clock
	 * @param found when the locator published it, 0 if it never did
	 */
	public record Probe(String change, long begun, long found) {
	}

}
