package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for TLS from Spring Boot's SSL bundles.
 */
class SslBundleTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String PEM = "spring.ssl.bundle.pem.zk.";

	private static final String JKS = "spring.ssl.bundle.jks.zk.";

	private static final CertificateAuthority AUTHORITY = new CertificateAuthority("The Authority");

	private static final CertificateAuthority STRANGER = new CertificateAuthority("A Stranger");

	private static final Identity CLIENT = AUTHORITY.issue("framework.test");

	private final TlsZooKeeper zooKeeper = new TlsZooKeeper(AUTHORITY.issue("127.0.0.1"));

	private final SecuredMasters masters = new SecuredMasters("127.0.0.1:" + this.zooKeeper.plainPort())
		.createPath(Ids.OPEN_ACL_UNSAFE);

	private final String leader = this.masters.register();

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@AfterEach
	void closeAll() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
		this.masters.close();
		this.zooKeeper.close();
	}

	@Test
	void pem() {
		awaitLeader(start(PEM + "truststore.certificate=" + Identity.pem(AUTHORITY.certificate())));
	}

	@Test
	void pemOfBothSides() throws IOException {
		this.zooKeeper.demandCertificates(AUTHORITY);
		Path certificate = Files.writeString(this.directory.resolve("client.crt"), CLIENT.certificatePem());
		Path key = Files.writeString(this.directory.resolve("client.key"), CLIENT.keyPem());
		Path authority = Files.writeString(this.directory.resolve("ca.crt"), Identity.pem(AUTHORITY.certificate()));
		awaitLeader(start(PEM + "keystore.certificate=" + certificate.toUri(),
				PEM + "keystore.private-key=" + key.toUri(), PEM + "truststore.certificate=" + authority.toUri()));
	}

	@Test
	void jksOfBothSidesAndTheAliasThatIsNamed() throws GeneralSecurityException {
		this.zooKeeper.demandCertificates(AUTHORITY);
		KeyStore keys = CLIENT.keyStore("JKS", "of-the-key");
		Identity other = STRANGER.issue("other.test");
		keys.setKeyEntry("another", other.key(), "of-the-key".toCharArray(), new Certificate[] { other.certificate() });
		Path keyFile = Identity.write(keys, this.directory.resolve("client.jks"), "of-the-store");
		Path trustFile = Identity.write(AUTHORITY.trust(), this.directory.resolve("trust.p12"), "of-the-trust");
		awaitLeader(start(JKS + "key.alias=server", JKS + "key.password=of-the-key",
				JKS + "keystore.location=" + keyFile.toUri(), JKS + "keystore.password=of-the-store",
				JKS + "keystore.type=JKS", JKS + "truststore.location=" + trustFile.toUri(),
				JKS + "truststore.password=of-the-trust", JKS + "truststore.type=PKCS12"));
	}

	@Test
	void bundleOfConnectionDetails() {
		awaitLeader(start(OwnDetails.class, PEM + "truststore.certificate=" + Identity.pem(AUTHORITY.certificate()),
				"mesos.discovery.zk.ssl.bundle=not looked at"));
	}

	@Test
	void anOptionOfTheBundleCounts() {
		this.zooKeeper.setProtocol("TLSv1.2");
		MesosMasterLocator locator = start(PEM + "truststore.certificate=" + Identity.pem(AUTHORITY.certificate()),
				PEM + "options.enabled-protocols=TLSv1.3");
		await().until(() -> problem(locator).contains("TLS"));
		awaitLeader(start(PEM + "truststore.certificate=" + Identity.pem(AUTHORITY.certificate()),
				PEM + "options.enabled-protocols=TLSv1.2",
				PEM + "options.ciphers=TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"));
	}

	@Test
	@DisplayName("#65 Certificates that were reloaded count for the next connection")
	void theNextConnectionTakesWhatWasReloadedAndTheLastOneStays() throws IOException {
		Path trust = Files.writeString(this.directory.resolve("ca.crt"), Identity.pem(STRANGER.certificate()));
		MesosMasterLocator locator = start("spring.ssl.bundle.watch.file.quiet-period=50ms",
				PEM + "reload-on-update=true", PEM + "truststore.certificate=" + trust.toUri());
		await().until(() -> problem(locator).contains("TLS"));

		Files.writeString(trust, Identity.pem(AUTHORITY.certificate()));
		awaitLeader(locator);

		KeyStore before = trustStore();
		Files.writeString(trust, Identity.pem(STRANGER.certificate()));
		await().atMost(LIMIT).until(() -> trustStore() != before);
		assertThat(this.zooKeeper.secureConnections()).isEqualTo(1);
		assertThat(locator.leader()).isPresent();

		this.zooKeeper.disconnect();
		await().atMost(LIMIT).until(() -> problem(locator).contains("TLS"));
		assertThat(locator.leader()).isEmpty();
	}

	private MesosMasterLocator start(String... properties) {
		return start(Application.class, properties);
	}

	private MesosMasterLocator start(Class<?> application, String... properties) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.main.register-shutdown-hook=false",
					"mesos.discovery.zk=zk://127.0.0.1:" + this.zooKeeper.securePort() + SecuredMasters.PATH,
					"mesos.discovery.zk.session-timeout=1s", "mesos.discovery.zk.ssl.bundle=zk")
			.properties(properties)
			.run();
		this.contexts.add(context);
		return context.getBean(MesosMasterLocator.class);
	}

	private KeyStore trustStore() {
		return Objects
			.requireNonNull(this.contexts.get(0).getBean(SslBundles.class).getBundle("zk").getStores().getTrustStore());
	}

	private static String problem(MesosMasterLocator locator) {
		return locator.snapshot().problem().map(MasterProblem::message).orElse("");
	}

	private void awaitLeader(MesosMasterLocator locator) {
		await().atMost(LIMIT)
			.until(() -> locator.leader().map((found) -> found.znode().equals(this.leader)).orElse(false));
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnDetails {

		@Bean
		MesosDiscoveryConnectionDetails details(@Value("${mesos.discovery.zk}") String mechanism, SslBundles bundles) {
			return new MesosDiscoveryConnectionDetails() {

				@Override
				public String getMechanism() {
					return mechanism;
				}

				@Override
				public SslBundle getSslBundle() {
					return bundles.getBundle("zk");
				}

			};
		}

	}

}
