package io.github.mesosdiscovery.security;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for SASL with DIGEST-MD5, and for logins that fail, on a path that only the user
 * of SASL may read.
 */
class SaslTests {

	private static final String ADMIN = "admin:admin";

	private static final Map<String, String> RIGHT = Map.of("username", "reader", "password", "canary");

	private static final Map<String, String> WRONG = Map.of("username", "reader", "password", "canary2");

	private final Jaas jaas = new Jaas().digest(Jaas.SERVER, Map.of("user_reader", "canary"));

	private final LogLines log = new LogLines(ZooKeeperMasterLocator.class.getName(), Level.WARN);

	private final LocalZooKeeper zooKeeper = new LocalZooKeeper();

	private final SecuredMasters masters = new SecuredMasters(this.zooKeeper.connectString()).authenticate(ADMIN)
		.createPath(List.of(acl(Perms.ALL, "digest", digest(ADMIN)), acl(Perms.READ, "sasl", "reader")));

	private final String leader = this.masters.register();

	private @Nullable ZooKeeperMasterLocator locator;

	@AfterEach
	void closeAll() {
		if (this.locator != null) {
			this.locator.close();
		}
		System.clearProperty("zookeeper.sasl.clientconfig");
		this.masters.close();
		this.zooKeeper.close();
		this.jaas.close();
		assertThat(this.log.lines().toString()).doesNotContain("canary");
		this.log.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theRightPasswordOpensThePath(boolean required) {
		this.jaas.digest(Jaas.CLIENT, RIGHT);
		ZooKeeperMasterLocator following = start(required);
		awaitLeader(following);
		this.zooKeeper.disconnect();
		awaitWarning("Lost the connection");
		awaitLeader(following);
		assertThat(this.log.lines()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@DisplayName("#63 A wrong SASL password reads nothing and is named, until it is right")
	void aWrongPasswordIsNamedUntilItIsRight(boolean required) {
		this.jaas.digest(Jaas.CLIENT, WRONG);
		ZooKeeperMasterLocator refused = start(required);
		awaitProblem(refused, "Not authenticated to ZooKeeper", "SASL failed. Check user and password",
				"section 'Client'");
		assertThat(refused.leader()).isEmpty();
		this.jaas.digest(Jaas.CLIENT, RIGHT);
		awaitLeader(refused);
		assertThat(this.log.lines()).hasSize(1);
	}

	@Test
	@DisplayName("#63 Without a JAAS section a closed path stays closed")
	void withoutASectionThePathStaysClosedWhenNoneIsRequired() {
		ZooKeeperMasterLocator anonymous = start(false);
		awaitProblem(anonymous, "The ACL of /mesos");
		this.masters.setAcl(Ids.OPEN_ACL_UNSAFE);
		awaitLeader(anonymous);
		assertThat(this.log.lines()).hasSize(1);
	}

	@Test
	@DisplayName("#63 Without a JAAS section nothing is read when SASL is required")
	void withoutASectionNothingIsReadWhenOneIsRequiredEvenWhereAllMayRead() {
		this.masters.setAcl(Ids.OPEN_ACL_UNSAFE);
		ZooKeeperMasterLocator refusing = start(true);
		awaitProblem(refusing, "SASL is required, but there is no JAAS section");
		assertThat(refusing.leader()).isEmpty();
		this.jaas.digest(Jaas.CLIENT, RIGHT);
		awaitLeader(refusing);
		assertThat(this.log.lines()).hasSize(1);
	}

	@Test
	void aLoginThatFailsIsNoEndWhenNoneIsRequired() {
		this.masters.setAcl(Ids.OPEN_ACL_UNSAFE);
		this.jaas.put(Jaas.CLIENT, FailingLogin.class.getName(), Map.of());
		ZooKeeperMasterLocator anonymous = start(false);
		awaitLeader(anonymous);
		awaitWarning("The SASL login failed, and the client reads without authentication");
		this.zooKeeper.disconnect();
		awaitWarning("Lost the connection");
		awaitLeader(anonymous);
		assertThat(this.log.lines()).hasSize(2);
	}

	@Test
	void aLoginThatFailsReadsNothingWhenOneIsRequiredEvenWhereAllMayRead() {
		this.masters.setAcl(Ids.OPEN_ACL_UNSAFE);
		this.jaas.put(Jaas.CLIENT, FailingLogin.class.getName(), Map.of());
		ZooKeeperMasterLocator refusing = start(true);
		awaitProblem(refusing, "SASL is required, but the login failed before a connection was established");
		assertThat(refusing.leader()).isEmpty();
		this.jaas.digest(Jaas.CLIENT, RIGHT);
		awaitLeader(refusing);
		assertThat(this.log.lines()).hasSize(1);
	}

	@Test
	void aSectionThatIsNamedAndMissingReadsNothingWhenOneIsRequired() {
		System.setProperty("zookeeper.sasl.clientconfig", "Missing");
		ZooKeeperMasterLocator refusing = start(true);
		awaitProblem(refusing, "SASL is required, but the login failed before a connection was established");
		this.jaas.digest("Missing", RIGHT);
		awaitLeader(refusing);
	}

	@Test
	void fipsModeThatWasAskedForIsKeptAndNamed() {
		System.setProperty("zookeeper.fips-mode", "true");
		try {
			this.jaas.digest(Jaas.CLIENT, RIGHT);
			awaitProblem(start(false), "FIPS mode forbids DIGEST-MD5", "zookeeper.fips-mode");
		}
		finally {
			System.clearProperty("zookeeper.fips-mode");
		}
	}

	private ZooKeeperMasterLocator start(boolean required) {
		ZooKeeperMasterLocator.Builder builder = ZooKeeperMasterLocator
			.builder("zk://" + this.zooKeeper.connectString() + SecuredMasters.PATH)
			// Longer than the client takes to come back.
			.sessionTimeout(Duration.ofSeconds(8));
		ZooKeeperMasterLocator started = (required ? builder.requireSasl() : builder).build();
		this.locator = started;
		started.start();
		return started;
	}

	private void awaitWarning(String part) {
		await().until(() -> this.log.lines().stream().anyMatch((line) -> line.contains(part)));
	}

	private void awaitLeader(ZooKeeperMasterLocator locator) {
		await().atMost(Duration.ofSeconds(20))
			.until(() -> locator.snapshot().problem().isEmpty()
					&& locator.leader().map((found) -> found.znode().equals(this.leader)).orElse(false));
	}

	private static void awaitProblem(ZooKeeperMasterLocator locator, String... parts) {
		await().untilAsserted(() -> assertThat(locator.snapshot().problem()).map(MasterProblem::message)
			.get()
			.asString()
			.contains(parts));
		assertThat(locator.snapshot().problem()).map(MasterProblem::kind).contains(Kind.NOT_AUTHORIZED);
	}

	private static ACL acl(int permissions, String scheme, String id) {
		return new ACL(permissions, new Id(scheme, id));
	}

	private static String digest(String identity) {
		try {
			return DigestAuthenticationProvider.generateDigest(identity);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A login that fails, as that of Kerberos does without a KDC. */
	public static final class FailingLogin implements LoginModule {

		@Override
		public void initialize(Subject subject, CallbackHandler handler, Map<String, ?> state, Map<String, ?> options) {
		}

		@Override
		public boolean login() throws LoginException {
			throw new LoginException("No KDC");
		}

		@Override
		public boolean commit() {
			return false;
		}

		@Override
		public boolean abort() {
			return false;
		}

		@Override
		public boolean logout() {
			return false;
		}

	}

}
