package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.server.persistence.FileTxnLog;
import org.apache.zookeeper.server.persistence.TxnLog.TxnIterator;
import org.apache.zookeeper.txn.TxnHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * The server's transaction log holds every change that anybody asked for, also those that
 * it refused. A locator's sessions appear in it by their begin and their end alone.
 */
class ReadOnlyTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "reader:canary@" })
	void aLocatorNeverWrites(String credentials) throws IOException {
		try (LocalZooKeeper zooKeeper = new LocalZooKeeper();
				SecuredMasters masters = new SecuredMasters(zooKeeper.connectString()).authenticate("admin:admin")) {
			long own = masters.client().getSessionId();
			ZooKeeperMasterLocator locator = ZooKeeperMasterLocator
				.builder("zk://" + credentials + zooKeeper.connectString() + SecuredMasters.PATH)
				.sessionTimeout(Duration.ofSeconds(1))
				.resyncInterval(Duration.ofSeconds(1))
				.build();
			locator.start();
			try {
				live(locator, zooKeeper, masters, own);
			}
			finally {
				locator.close();
			}
			await().until(() -> zooKeeper.sessions().size() == 1);
			zooKeeper.interrupt(() -> {
			});
			Map<Long, List<Integer>> sessions = transactions(zooKeeper);
			assertThat(sessions.remove(own)).contains(OpCode.create, OpCode.delete, OpCode.setACL);
			assertThat(sessions).hasSizeGreaterThanOrEqualTo(2);
			assertThat(sessions.values())
				.allSatisfy((types) -> assertThat(types).containsExactly(OpCode.createSession, OpCode.closeSession));
		}
	}

	@Test
	void aWriteThatIsRefusedWouldBeSeen() throws IOException {
		try (LocalZooKeeper zooKeeper = new LocalZooKeeper();
				SecuredMasters masters = new SecuredMasters(zooKeeper.connectString())) {
			long own = masters.client().getSessionId();
			assertThat(catchThrowable(() -> masters.delete("no_0000000000"))).isNotNull();
			zooKeeper.interrupt(() -> {
			});
			assertThat(transactions(zooKeeper).get(own)).containsExactly(OpCode.createSession, OpCode.error);
		}
	}

	/** All that can happen to a locator. */
	private static void live(ZooKeeperMasterLocator locator, LocalZooKeeper zooKeeper, SecuredMasters masters,
			long own) {
		awaitProblem(locator, Kind.NO_PATH);
		masters.createPath(Ids.OPEN_ACL_UNSAFE);
		awaitProblem(locator, Kind.NO_MASTERS);
		String first = masters.register();
		String second = masters.register();
		awaitLeader(locator, first);
		masters.delete(first);
		awaitLeader(locator, second);

		masters.setAcl(List.of(new ACL(Perms.ADMIN, Ids.ANYONE_ID_UNSAFE)));
		awaitProblem(locator, Kind.NOT_AUTHORIZED);
		masters.setAcl(Ids.OPEN_ACL_UNSAFE);
		awaitLeader(locator, second);

		long session = zooKeeper.sessions().stream().filter((id) -> id != own).findFirst().orElseThrow();
		zooKeeper.expire(session);
		await().until(() -> zooKeeper.sessions().stream().anyMatch((id) -> id != own && id != session));
		awaitLeader(locator, second);

		zooKeeper.interrupt(() -> awaitProblem(locator, Kind.DISCONNECTED));
		awaitLeader(locator, second);
	}

	private static Map<Long, List<Integer>> transactions(LocalZooKeeper zooKeeper) throws IOException {
		Map<Long, List<Integer>> types = new TreeMap<>();
		try (FileTxnLog log = new FileTxnLog(zooKeeper.logs().toFile()); TxnIterator iterator = log.read(0)) {
			do {
				TxnHeader header = iterator.getHeader();
				types.computeIfAbsent(header.getClientId(), (session) -> new ArrayList<>()).add(header.getType());
			}
			while (iterator.next());
		}
		return types;
	}

	private static void awaitLeader(ZooKeeperMasterLocator locator, String znode) {
		await().atMost(Duration.ofSeconds(20))
			.until(() -> locator.snapshot().problem().isEmpty()
					&& locator.leader().map((found) -> found.znode().equals(znode)).orElse(false));
	}

	private static void awaitProblem(ZooKeeperMasterLocator locator, Kind kind) {
		await().until(() -> locator.snapshot().problem().map(MasterProblem::kind).orElse(null) == kind);
	}

}
