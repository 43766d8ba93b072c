package io.github.mesosdiscovery.history.invariant;

import java.util.HashSet;
import java.util.Set;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.truth.LoggedTransaction;
import io.github.mesosdiscovery.history.truth.Operation;
import org.apache.zookeeper.KeeperException.Code;

/**
 * The transaction logs know of a locator's sessions only that they begin and end.
 */
final class ReadOnly implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		Set<Long> known = new HashSet<>(history.strangers());
		history.lives().forEach((other) -> known.addAll(other.sessions()));
		for (LoggedTransaction transaction : history.truth().transactions()) {
			if (life.sessions().contains(transaction.session())
					&& !transaction.operations().stream().allMatch(ReadOnly::isOfSession)) {
				report.violation(0, 0, "it wrote: " + transaction);
			}
			if (transaction.session() != 0 && !known.contains(transaction.session())
					&& !transaction.operations().stream().allMatch(ReadOnly::isOfNobody)) {
				report.violation(0, 0, "nobody knows who wrote: " + transaction);
			}
		}
	}

	private static boolean isOfSession(Operation operation) {
		return operation instanceof Operation.OpenSession
				|| operation instanceof Operation.CloseSession close
						&& (close.deleted() == null || close.deleted().isEmpty())
				|| operation instanceof Operation.Refused refused && isEnd(refused.code());
	}

	/** An end can be asked for twice. */
	private static boolean isEnd(int code) {
		return code == Code.SESSIONEXPIRED.intValue() || code == Code.SESSIONMOVED.intValue();
	}

	/** A client that was not answered in time never learns what session it was given. */
	private static boolean isOfNobody(Operation operation) {
		return isOfSession(operation) || operation instanceof Operation.Refused;
	}

}
