package io.github.mesosdiscovery.history.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.zookeeper.server.persistence.FileTxnLog;
import org.apache.zookeeper.server.persistence.TxnLog.TxnIterator;

/**
 * Reads the transaction logs of the servers. ZooKeeper's own reader of 3.9 reads what
 * servers since 3.4 wrote.
 */
public final class TransactionLogs {

	private TransactionLogs() {
	}

	/**
	 * Read what an ensemble committed. The servers may run.
	 * @param directories the directory of each server's logs
	 * @return the transactions in their order
	 */
	public static List<LoggedTransaction> read(List<Path> directories) {
		return committed(directories.stream().map(TransactionLogs::read).toList());
	}

	/**
	 * Put the logs of several servers together. A follower that was brought up to date by
	 * a snapshot has a gap in its log, so that none of the logs need be whole. A
	 * transaction that one server alone has was not committed if another server went on
	 * without it.
	 */
	static List<LoggedTransaction> committed(List<NavigableMap<Long, LoggedTransaction>> logs) {
		NavigableMap<Long, LoggedTransaction> all = new TreeMap<>();
		logs.forEach(all::putAll);
		NavigableSet<Long> dropped = new TreeSet<>();
		for (long zxid : all.keySet()) {
			long holders = logs.stream().filter((log) -> log.containsKey(zxid)).count();
			if (holders <= logs.size() / 2 && logs.stream().anyMatch((log) -> goesOnWithout(log, zxid, all, dropped))) {
				dropped.add(zxid);
			}
		}
		all.keySet().removeAll(dropped);
		return List.copyOf(all.values());
	}

	private static boolean goesOnWithout(NavigableMap<Long, LoggedTransaction> log, long zxid,
			NavigableMap<Long, LoggedTransaction> all, NavigableSet<Long> dropped) {
		Long previous = all.lowerKey(zxid);
		while (previous != null && dropped.contains(previous)) {
			previous = all.lowerKey(previous);
		}
		return !log.containsKey(zxid) && log.higherKey(zxid) != null && previous != null && log.containsKey(previous);
	}

	private static NavigableMap<Long, LoggedTransaction> read(Path directory) {
		NavigableMap<Long, LoggedTransaction> transactions = new TreeMap<>();
		if (!Files.isDirectory(directory)) {
			return transactions;
		}
		try (TxnIterator log = new FileTxnLog(directory.toFile()).read(0)) {
			do {
				// An empty log has no header.
				if (log.getHeader() != null) {
					LoggedTransaction transaction = TransactionDecoder.decode(log.getHeader(), log.getTxn());
					transactions.put(transaction.zxid(), transaction);
				}
			}
			while (log.next());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return transactions;
	}

}
