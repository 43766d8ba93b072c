package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.zookeeper.ZooDefs.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for TLS to a server of this JVM, on the Netty that Spring Boot manages.
 */
class TlsTests {

	private static final CertificateAuthority AUTHORITY = new CertificateAuthority("The Authority");

	private static final CertificateAuthority STRANGER = new CertificateAuthority("A Stranger");

	private static final Identity RIGHT = AUTHORITY.issue("localhost", "127.0.0.1");

	private static final TlsStores TRUSTING = new TlsStores(null, null, AUTHORITY.trust());

	private static final String CLIENT_LOGGER = "org.apache.zookeeper.ClientCnxnSocketNetty";

	private final LogLines log = new LogLines(ZooKeeperMasterLocator.class.getName(), Level.WARN);

	private final LogLines clientLog = new LogLines(CLIENT_LOGGER, Level.ERROR);

	private final TlsZooKeeper zooKeeper = new TlsZooKeeper(RIGHT);

	private final SecuredMasters masters = new SecuredMasters("127.0.0.1:" + this.zooKeeper.plainPort())
		.createPath(Ids.OPEN_ACL_UNSAFE);

	private final String leader = this.masters.register();

	private @Nullable ZooKeeperMasterLocator locator;

	@AfterEach
	void closeAll() throws IOException {
		if (this.locator != null) {
			this.locator.close();
		}
		this.masters.close();
		this.zooKeeper.close();
		this.log.close();
		this.clientLog.close();
		assertThat(storeFiles()).isEmpty();
	}

	@Test
	@DisplayName("#65 A server that is trusted is followed over TLS")
	void aServerThatIsTrustedIsFollowed() throws IOException {
		ZooKeeperMasterLocator following = start("127.0.0.1", TRUSTING);
		awaitLeader(following, this.leader);
		String next = this.masters.register();
		this.masters.delete(this.leader);
		awaitLeader(following, next);
		assertThat(this.zooKeeper.secureConnections()).isEqualTo(1);
		assertThat(storeFiles()).isEmpty();
		assertThat(this.log.lines()).isEmpty();
	}

	@Test
	void theNameOfTheServerIsVerifiedAsItStandsInTheUrl() {
		awaitLeader(start("localhost", TRUSTING), this.leader);
	}

	@Test
	void aServerWithAnOlderTlsIsFollowed() {
		this.zooKeeper.setProtocol("TLSv1.2");
		awaitLeader(start("127.0.0.1", TRUSTING), this.leader);
	}

	@Test
	@DisplayName("#65 A server that is not trusted is not connected to until it shows the right certificate")
	void aStrangerIsNotTrustedUntilItShowsTheRightCertificate() {
		this.zooKeeper.present(STRANGER.issue("127.0.0.1"));
		assertRefusedUntilRight(start("127.0.0.1", TRUSTING), "PKIX path building failed");
	}

	@Test
	void aServerIsNotTrustedWhenOnlyTheJavaRuntimeVouches() {
		assertRefused(start("127.0.0.1", TlsStores.DEFAULT), "PKIX path building failed");
	}

	@Test
	@DisplayName("#65 A certificate for another name is refused")
	void aCertificateForAnotherNameIsRefused() {
		this.zooKeeper.present(AUTHORITY.issue("elsewhere.test", "192.0.2.1"));
		assertRefusedUntilRight(start("127.0.0.1", TRUSTING),
				"No subject alternative names matching IP address 127.0.0.1 found");
	}

	@Test
	void theNameOfALookUpBackwardsDoesNotCount() {
		this.zooKeeper.present(AUTHORITY.issue("localhost"));
		assertRefused(start("127.0.0.1", TRUSTING), "No subject alternative names matching IP address 127.0.0.1 found");
	}

	@Test
	void namesAreVerifiedWithoutFipsModeAsWell() {
		System.setProperty("zookeeper.fips-mode", "false");
		try {
			this.zooKeeper.present(AUTHORITY.issue("localhost"));
			ZooKeeperMasterLocator refusing = start("127.0.0.1", TRUSTING);
			assertRefused(refusing, "No subject alternative names matching IP address 127.0.0.1 found");
			refusing.close();
			awaitLeader(start("localhost", TRUSTING), this.leader);
		}
		finally {
			System.clearProperty("zookeeper.fips-mode");
		}
	}

	@Test
	@DisplayName("#65 An expired certificate is refused")
	void anExpiredCertificateIsRefused() {
		this.zooKeeper.present(AUTHORITY.issueExpired("127.0.0.1"));
		assertRefusedUntilRight(start("127.0.0.1", TRUSTING), "CertificateExpiredException");
	}

	@Test
	void aCertificateThatIsNotValidYetIsRefused() {
		this.zooKeeper.present(AUTHORITY.issueEarly("127.0.0.1"));
		assertRefusedUntilRight(start("127.0.0.1", TRUSTING), "CertificateNotYetValidException");
	}

	@Test
	@DisplayName("#65 A server without TLS is not connected to")
	void aServerWithoutTlsIsNotConnectedTo() {
		assertRefused(start("127.0.0.1:" + this.zooKeeper.plainPort(), TRUSTING), null);
	}

	@Test
	void aServerThatDemandsACertificateGetsOne() {
		this.zooKeeper.demandCertificates(AUTHORITY);
		Identity client = AUTHORITY.issue("framework.test");
		awaitLeader(
				start("127.0.0.1",
						new TlsStores(client.keyStore("PKCS12", "of-the-key"), "of-the-key", AUTHORITY.trust())),
				this.leader);
	}

	@Test
	void aClientWithoutACertificateIsRefused() {
		this.zooKeeper.demandCertificates(AUTHORITY);
		assertRefused(start("127.0.0.1", TRUSTING), "fatal alert");
	}

	@Test
	void aClientThatTheServerDoesNotTrustIsRefused() {
		this.zooKeeper.demandCertificates(AUTHORITY);
		KeyStore keys = STRANGER.issue("framework.test").keyStore("JKS", "of-the-key");
		assertRefused(start("127.0.0.1", new TlsStores(keys, "of-the-key", AUTHORITY.trust())), "fatal alert");
	}

	@Test
	void aLeaderIsKeptWhenTheCertificateGoesBadUntilTheTimeout() {
		ZooKeeperMasterLocator following = start("127.0.0.1", TRUSTING);
		awaitLeader(following, this.leader);
		this.zooKeeper.present(AUTHORITY.issueExpired("127.0.0.1"));
		await().until(() -> following.snapshot().connection().state() == ConnectionState.DISCONNECTED);
		awaitProblem(following, "has not responded", "TLS handshake", CLIENT_LOGGER);
		this.zooKeeper.present(RIGHT);
		awaitLeader(following, this.leader);
	}

	@Test
	void storesThatCannotBeUsedAreNamed() {
		KeyStore keys = AUTHORITY.issue("framework.test").keyStore("PKCS12", "of-the-key");
		ZooKeeperMasterLocator refusing = start("127.0.0.1", new TlsStores(keys, "canary", AUTHORITY.trust()));
		awaitProblem(refusing, "the client could not be created");
		assertThat(this.log.of(Level.WARN))
			.anyMatch((line) -> line.contains("TLS stores") && line.contains("UnrecoverableKeyException"));
		assertThat(refusing.snapshot().toString() + this.log.lines()).doesNotContain("canary");
	}

	private ZooKeeperMasterLocator start(String server, TlsStores stores) {
		String address = server.contains(":") ? server : server + ":" + this.zooKeeper.securePort();
		ZooKeeperMasterLocator started = ZooKeeperMasterLocator.builder("zk://" + address + SecuredMasters.PATH)
			.tls(() -> stores)
			.sessionTimeout(Duration.ofSeconds(1))
			.build();
		this.locator = started;
		started.start();
		return started;
	}

	private void assertRefusedUntilRight(ZooKeeperMasterLocator refusing, String reason) {
		assertRefused(refusing, reason);
		this.zooKeeper.present(RIGHT);
		awaitLeader(refusing, this.leader);
	}

	/**
	 * Never connected, one warning that says where to look, and the reason is there.
	 */
	private void assertRefused(ZooKeeperMasterLocator refusing, @Nullable String reason) {
		awaitProblem(refusing, "could not be reached with TLS", "secureClientPort", CLIENT_LOGGER);
		if (reason != null) {
			await().untilAsserted(() -> assertThat(this.clientLog.lines()).anyMatch((line) -> line.contains(reason)));
		}
		assertThat(refusing.leader()).isEmpty();
		assertThat(refusing.lastContact()).isEmpty();
		assertThat(this.log.of(Level.WARN)).singleElement().asString().contains("with TLS");
	}

	private static void awaitProblem(ZooKeeperMasterLocator locator, String... parts) {
		await().untilAsserted(() -> assertThat(locator.snapshot().problem()).map(MasterProblem::message)
			.get()
			.asString()
			.contains(parts));
		assertThat(locator.snapshot().problem()).map(MasterProblem::kind).contains(Kind.DISCONNECTED);
	}

	private static void awaitLeader(ZooKeeperMasterLocator locator, String znode) {
		await().atMost(Duration.ofSeconds(20))
			.until(() -> locator.leader().map((leader) -> leader.znode().equals(znode)).orElse(false));
	}

	private static List<Path> storeFiles() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files
				.filter((file) -> file.getFileName()
					.toString()
					.startsWith("mesos-discovery-" + ProcessHandle.current().pid() + "-"))
				.toList();
		}
	}

}
