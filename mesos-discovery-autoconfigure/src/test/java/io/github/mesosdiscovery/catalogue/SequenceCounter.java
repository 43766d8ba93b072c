package io.github.mesosdiscovery.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.server.Request;
import org.apache.zookeeper.server.persistence.FileTxnLog;
import org.apache.zookeeper.txn.CreateTxn;
import org.apache.zookeeper.txn.TxnHeader;

/**
 * The counter that gives the children of a path their sequences. It is a part of what the
 * transaction log says of each child, so that a log can put it anywhere: to get there by
 * creating children would take weeks.
 */
final class SequenceCounter {

	private SequenceCounter() {
	}

	/**
	 * Stop a server, write one more child of a path into its log, and start it again.
	 * @param server the server
	 * @param path the path
	 * @param next the sequence that the next child gets
	 */
	static void set(ZooKeeperProcess server, String path, int next) {
		server.kill();
		try (FileTxnLog log = new FileTxnLog(server.transactionLogs().toFile())) {
			long zxid = log.getLastLoggedZxid() + 1;
			TxnHeader header = new TxnHeader(0, 0, zxid, System.currentTimeMillis(), OpCode.create);
			CreateTxn child = new CreateTxn(path + "/counter", new byte[0], Ids.OPEN_ACL_UNSAFE, false, next);
			log.append(new Request(0, 0, OpCode.create, header, child, zxid));
			log.commit();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		server.restart();
	}

}
