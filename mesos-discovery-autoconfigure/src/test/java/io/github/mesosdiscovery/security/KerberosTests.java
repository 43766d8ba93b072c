package io.github.mesosdiscovery.security;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for SASL with Kerberos, and a KDC of this JVM.
 */
class KerberosTests {

	private static final String REALM = "EXAMPLE.COM";

	private static final String SERVER = "zookeeper/localhost@" + REALM;

	private static final String FRAMEWORK = "framework@" + REALM;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static SimpleKdcServer kdc;

	@BeforeAll
	static void startKdc() throws KrbException {
		kdc = new SimpleKdcServer();
		kdc.setKdcRealm(REALM);
		kdc.setKdcHost("localhost");
		kdc.setAllowUdp(false);
		kdc.setWorkDir(directory.toFile());
		kdc.init();
		kdc.start();
		kdc.createAndExportPrincipals(keyTab("server"), SERVER);
		kdc.createAndExportPrincipals(keyTab("framework"), FRAMEWORK);
	}

	@AfterAll
	static void stopKdc() throws KrbException {
		kdc.stop();
		System.clearProperty("java.security.krb5.conf");
	}

	@Test
	void theKeyTabOpensThePathAndWithoutTheLoginNothingIsRead() {
		try (Jaas jaas = new Jaas().put(Jaas.SERVER, "com.sun.security.auth.module.Krb5LoginModule",
				options("server", SERVER));
				LocalZooKeeper zooKeeper = new LocalZooKeeper();
				SecuredMasters masters = new SecuredMasters(zooKeeper.connectString())) {
			masters.createPath(Ids.OPEN_ACL_UNSAFE);
			String leader = masters.register();
			jaas.put(Jaas.CLIENT, "com.sun.security.auth.module.Krb5LoginModule", options("missing", FRAMEWORK));
			String servers = zooKeeper.connectString().replace("127.0.0.1", "localhost");
			try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator
				.builder("zk://" + servers + SecuredMasters.PATH)
				.requireSasl()
				.sessionTimeout(Duration.ofSeconds(2))
				.build()) {
				locator.start();
				await().until(() -> locator.snapshot()
					.problem()
					.map(MasterProblem::kind)
					.orElse(null) == Kind.NOT_AUTHORIZED);
				assertThat(locator.snapshot().problem().orElseThrow().message()).contains("the login failed before");
				assertThat(locator.leader()).isEmpty();

				masters.setAcl(List.of(new ACL(Perms.READ, new Id("sasl", "framework@" + REALM)),
						new ACL(Perms.READ, new Id("sasl", "framework"))));
				jaas.put(Jaas.CLIENT, "com.sun.security.auth.module.Krb5LoginModule", options("framework", FRAMEWORK));
				await().atMost(Duration.ofSeconds(20))
					.until(() -> locator.leader().map((found) -> found.znode().equals(leader)).orElse(false));
			}
		}
	}

	/** Java may have read another krb5.conf, or none, for a test before. */
	private static Map<String, String> options(String keyTab, String principal) {
		return Map.of("useKeyTab", "true", "keyTab", keyTab(keyTab).toString(), "principal", principal, "storeKey",
				"true", "useTicketCache", "false", "doNotPrompt", "true", "refreshKrb5Config", "true");
	}

	private static File keyTab(String name) {
		return directory.resolve(name + ".keytab").toFile();
	}

}
