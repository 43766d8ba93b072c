package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LiveThreads;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that a locator which connects by TLS can be closed at every stage: within two
 * seconds, and with no thread left.
 */
class TlsCloseTests {

	private static final CertificateAuthority AUTHORITY = new CertificateAuthority("The Authority");

	private static final TlsStores TRUSTING = new TlsStores(null, null, AUTHORITY.trust());

	private static final Pattern NAMES = Pattern.compile(".*(closing-tls|SendThread|EventThread|zkNetty|Curator).*");

	private final Set<Thread> before = threads();

	private final TlsZooKeeper zooKeeper = new TlsZooKeeper(AUTHORITY.issue("127.0.0.1"));

	private final SecuredMasters masters = new SecuredMasters("127.0.0.1:" + this.zooKeeper.plainPort())
		.createPath(Ids.OPEN_ACL_UNSAFE);

	@AfterEach
	void noThreadIsLeft() {
		// Those of the server have the same names.
		this.masters.close();
		this.zooKeeper.close();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(this.before).containsAll(threads()));
	}

	@Test
	@DisplayName("#70 Closed while connected by TLS")
	void whileConnected() {
		this.masters.register();
		ZooKeeperMasterLocator locator = start(this.zooKeeper.securePort());
		await().until(() -> locator.leader().isPresent());
		assertClosesInTime(locator);
	}

	@Test
	@DisplayName("#70 Closed while the server does not answer the handshake")
	void duringTheHandshake() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			ZooKeeperMasterLocator locator = start(silent.getLocalPort());
			try (Socket accepted = silent.accept()) {
				assertThat(accepted.getInputStream().read()).isNotNegative();
				assertClosesInTime(locator);
			}
		}
	}

	@Test
	@DisplayName("#70 Closed while the certificate is refused again and again")
	void whileTheCertificateIsRefused() {
		this.zooKeeper.present(AUTHORITY.issueExpired("127.0.0.1"));
		ZooKeeperMasterLocator locator = start(this.zooKeeper.securePort());
		await().until(() -> locator.snapshot().problem().isPresent());
		assertClosesInTime(locator);
	}

	private static ZooKeeperMasterLocator start(int port) {
		ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://127.0.0.1:" + port + SecuredMasters.PATH)
			.name("closing-tls")
			.tls(() -> TRUSTING)
			.sessionTimeout(Duration.ofSeconds(1))
			.build();
		locator.start();
		return locator;
	}

	private void assertClosesInTime(ZooKeeperMasterLocator locator) {
		long start = System.nanoTime();
		locator.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		assertThat(locator.snapshot().connection().state()).isEqualTo(ConnectionState.CLOSED);
	}

	private static Set<Thread> threads() {
		return LiveThreads.named(NAMES.asMatchPredicate());
	}

}
