package io.github.mesosdiscovery.history.truth;

import java.util.List;

/**
 * A transaction of ZooKeeper's log.
 *
 * @param zxid its number, which is its place in the order of all
 * @param session the session that asked for it
 * @param millis when the leader of the ensemble took it up, on the wall clock
 * @param operations what it does; several if it is a multi-transaction
 */
public record LoggedTransaction(long zxid, long session, long millis, List<Operation> operations) {
}
