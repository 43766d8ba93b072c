package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LogLines;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * A password that is searched for in all that is logged, at every level and by everybody,
 * and in all that an application says of itself.
 */
class CanaryTests {

	private static final String CANARY = "c4n4ry-Sings";

	/** As ZooKeeper's records print bytes. */
	private static final String HEX = hex(CANARY);

	private static final String LOGGING_SYSTEM = "org.springframework.boot.logging.LoggingSystem";

	private static final String READER = "reader:" + CANARY;

	@SuppressWarnings("NullAway.Init")
	private static ZooKeeperProcess zooKeeper;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	private final LogLines log = new LogLines("ROOT", Level.TRACE);

	private final LogLines client = new LogLines("org.apache.zookeeper", Level.TRACE);

	private final LogLines curator = new LogLines("org.apache.curator", Level.TRACE);

	@BeforeAll
	static void start() {
		System.setProperty(LOGGING_SYSTEM, "none");
		zooKeeper = ZooKeeperProcess.start("3.9.5");
	}

	@AfterAll
	static void stop() {
		System.clearProperty(LOGGING_SYSTEM);
		zooKeeper.close();
	}

	@AfterEach
	void nothingWasLogged() {
		this.client.close();
		this.curator.close();
		this.log.close();
		for (LogLines lines : List.of(this.log, this.client, this.curator)) {
			assertNoCanary(lines.lines());
		}
	}

	enum Place {

		URL, PROPERTIES, JSON, FILE, CLUSTER

	}

	@ParameterizedTest
	@EnumSource
	void goodRunOutageAndRefusal(Place place) throws IOException {
		try (SecuredMasters masters = new SecuredMasters(zooKeeper.connectString()).authenticate(READER)) {
			masters.createPath(Ids.CREATOR_ALL_ACL);
			String leader = masters.register();
			try (ConfigurableApplicationContext context = run(credentials(place, CANARY))) {
				MesosMasterLocator locator = (place == Place.CLUSTER)
						? context.getBean("mesosMasterLocator-east", MesosMasterLocator.class)
						: context.getBean(MesosMasterLocator.class);
				await().atMost(Duration.ofSeconds(30)).until(() -> locator.leader().isPresent());
				assertNoCanary(Disclosures.of(context));

				masters.setAcl(nobody());
				awaitProblem(locator, MasterProblem.Kind.NOT_AUTHORIZED);
				assertNoCanary(Disclosures.of(context));
				masters.setAcl(Ids.OPEN_ACL_UNSAFE);
				await().atMost(Duration.ofSeconds(30)).until(() -> locator.leader().isPresent());

				zooKeeper.kill();
				awaitProblem(locator, MasterProblem.Kind.DISCONNECTED);
				assertNoCanary(Disclosures.of(context));
				zooKeeper.restart();
				await().atMost(Duration.ofSeconds(30)).until(() -> locator.leader().isPresent());
				assertNoCanary(context.getBean(Application.class).events.stream().map(String::valueOf).toList());
			}
			masters.delete(leader);
			masters.deletePath();
		}
		assertThat(this.client.lines()).anyMatch((line) -> line.startsWith("DEBUG "));
		assertThat(this.curator.lines()).anyMatch((line) -> line.startsWith("DEBUG "));
		assertThat(this.log.of(Level.DEBUG)).anyMatch((line) -> line.contains("io.github.mesosdiscovery"));
	}

	@Test
	void noLeader() throws IOException {
		Throwable failure = catchThrowable(() -> run(Stream
			.concat(Stream.of(credentials(Place.URL, CANARY)), Stream.of("mesos.discovery.wait-for-leader=1s"))
			.toArray(String[]::new)));
		assertThat(failure).hasRootCauseInstanceOf(NoLeadingMasterException.class);
		assertNoCanary(List.of(text(failure)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://u:" + CANARY + "@host:99999/mesos", "zk://u:" + CANARY + "@host", "zk://u:" + CANARY,
			"zk:/u:" + CANARY + "@host/mesos", "http://u:" + CANARY + "@host/mesos", "u:" + CANARY + "@host:5050",
			"zk://u:" + CANARY + "/x@host/mesos", "file:///no/u:" + CANARY + "@such",
			"zk://user@" + CANARY + ":h1:2181,user@" + CANARY + ":h2:2181/mesos",
			"zk://user@" + CANARY + ":h1:2181/mesos", "zk://u:" + CANARY + "@h1,u:" + CANARY + "@h2/mesos",
			"zk://h1,u:" + CANARY + "@h2/mesos", "zk://u:" + CANARY + ":h1:2181/mesos", "zk://h1/../" + CANARY,
			"zk://h1:" + CANARY + "/mesos", "file:///" + CANARY, CANARY, "'zk://u:" + CANARY + "@h1/mesos'",
			"zk://u:" + CANARY + "@h1/mesos # old", "master@" + CANARY + "_:5050" })
	void wrongPlaces(String mechanism) {
		assertFailsWithoutCanary("mesos.discovery.zk=" + mechanism);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk[0]", "zk.uri", "zk.connect-string", "uri", "clusters.east", "clusters.east.zk[0]",
			"zk.session-timeout", "zk.ssl.enabled", "zk.labels", "zk.ssl.bundle", "zk.sasl.required", "master.host",
			"master.scheme", "wait-for-leader", "http.wait-for-leader", "enabled" })
	void wrongPlacesForAPassword(String key) {
		assertFailsWithoutCanary("mesos.discovery." + key + "=zk://u:" + CANARY + "@host/mesos");
	}

	private void assertFailsWithoutCanary(String property) {
		Throwable failure = catchThrowable(() -> run(property));
		assertThat(failure).isNotNull();
		assertNoCanary(List.of(text(failure)));
		assertThat(this.log.of(Level.ERROR)).anyMatch((line) -> line.contains("APPLICATION FAILED TO START"));
	}

	@Test
	void passwordsOfStores() throws IOException {
		CertificateAuthority authority = new CertificateAuthority("The Authority");
		Identity reader = authority.issue("framework.test");
		Path keys = Identity.write(reader.keyStore("PKCS12", CANARY), this.directory.resolve("keys.p12"), CANARY);
		Path trust = Identity.write(authority.trust(), this.directory.resolve("trust.p12"), CANARY);
		String[] bundle = { "spring.ssl.bundle.jks.zk.keystore.location=" + keys.toUri(),
				"spring.ssl.bundle.jks.zk.keystore.password=" + CANARY,
				"spring.ssl.bundle.jks.zk.truststore.location=" + trust.toUri(),
				"spring.ssl.bundle.jks.zk.truststore.password=" + CANARY, "mesos.discovery.zk.ssl.bundle=zk",
				// What Spring Boot's own properties show when asked to is not ours.
				"management.endpoint.env.show-values=never", "management.endpoint.configprops.show-values=never" };
		try (TlsZooKeeper server = new TlsZooKeeper(authority.issue("127.0.0.1"));
				SecuredMasters masters = new SecuredMasters("127.0.0.1:" + server.plainPort())
					.createPath(Ids.OPEN_ACL_UNSAFE)) {
			server.demandCertificates(authority);
			masters.register();
			try (ConfigurableApplicationContext context = run(Stream
				.concat(Stream.of("mesos.discovery.zk=zk://127.0.0.1:" + server.securePort() + SecuredMasters.PATH),
						Stream.of(bundle))
				.toArray(String[]::new))) {
				MesosMasterLocator locator = context.getBean(MesosMasterLocator.class);
				await().atMost(Duration.ofSeconds(30)).until(() -> locator.leader().isPresent());
				assertNoCanary(Disclosures.of(context));
				server.present(authority.issueExpired("127.0.0.1"));
				awaitProblem(locator, MasterProblem.Kind.DISCONNECTED);
				assertNoCanary(Disclosures.of(context));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { CANARY, CANARY + "-not" })
	void passwordOfSasl(String password) {
		try (Jaas jaas = new Jaas().digest(Jaas.SERVER, Map.of("user_reader", CANARY))
			.digest(Jaas.CLIENT, Map.of("username", "reader", "password", password));
				LocalZooKeeper server = new LocalZooKeeper();
				SecuredMasters masters = new SecuredMasters(server.connectString()).createPath(Ids.OPEN_ACL_UNSAFE)) {
			masters.register();
			try (ConfigurableApplicationContext context = run(
					"mesos.discovery.zk=zk://" + server.connectString() + SecuredMasters.PATH,
					"mesos.discovery.zk.sasl.required=true")) {
				MesosMasterLocator locator = context.getBean(MesosMasterLocator.class);
				await().until(() -> password.equals(CANARY) ? locator.leader().isPresent()
						: locator.snapshot().problem().isPresent());
				assertNoCanary(Disclosures.of(context));
			}
			assertThat(jaas).isNotNull();
		}
	}

	private String[] credentials(Place place, String password) throws IOException {
		String url = "zk://reader:" + password + "@" + zooKeeper.connectString() + SecuredMasters.PATH;
		return switch (place) {
			case URL -> new String[] { "mesos.discovery.zk=" + url };
			case PROPERTIES ->
				new String[] { "mesos.discovery.zk=zk://" + zooKeeper.connectString() + SecuredMasters.PATH,
						"mesos.discovery.zk.username=reader", "mesos.discovery.zk.password=" + password };
			case JSON ->
				new String[] { "example.command=java -jar app.jar --mesos.discovery.zk=" + url, "example=" + password,
						"spring.application.json={\"mesos.discovery.zk\":{\"url\":\"zk://" + zooKeeper.connectString()
								+ SecuredMasters.PATH + "\",\"username\":\"reader\",\"password\":\"" + password
								+ "\"}}" };
			case FILE -> new String[] {
					"mesos.discovery.zk=file://" + Files.writeString(this.directory.resolve("zk"), url + "\n") };
			case CLUSTER -> new String[] { "mesos.discovery.zk=127.0.0.1:5050",
					"mesos.discovery.clusters.east.zk=" + url, "mesos.discovery.clusters.east.zk.username=reader",
					"mesos.discovery.clusters.east.zk.password=" + password,
					"mesos.discovery.clusters.east.zk.session-timeout=1s" };
		};
	}

	private static ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.main.banner-mode=off", "spring.main.register-shutdown-hook=false",
					"management.endpoints.web.exposure.include=*", "management.endpoints.jmx.exposure.include=*",
					"spring.jmx.enabled=true", "management.endpoint.env.show-values=always",
					"management.endpoint.configprops.show-values=always",
					"management.endpoint.health.show-details=always", "mesos.discovery.zk.session-timeout=1s")
			.properties(properties)
			.run();
	}

	private static List<ACL> nobody() {
		return List.of(new ACL(Perms.ADMIN, Ids.ANYONE_ID_UNSAFE));
	}

	private static void awaitProblem(MesosMasterLocator locator, MasterProblem.Kind kind) {
		await().until(() -> locator.snapshot().problem().map(MasterProblem::kind).orElse(null) == kind);
	}

	private static void assertNoCanary(Map<String, String> disclosures) {
		assertThat(disclosures.keySet()).anyMatch((key) -> key.endsWith("/actuator/env"))
			.anyMatch((key) -> key.contains("name=Mesos"))
			.anyMatch((key) -> key.startsWith("meter ") && key.contains("mesos.discovery.reads"))
			.anyMatch((key) -> key.endsWith("/actuator/prometheus"));
		assertNoCanary(disclosures.entrySet().stream().map(String::valueOf).toList());
	}

	private static void assertNoCanary(List<String> texts) {
		assertThat(texts.stream()
			.filter((text) -> text.contains(CANARY) || hexDigits(text).contains(HEX))
			.map((text) -> text.substring(0, Math.min(text.length(), 20_000)))
			.findFirst()).isEmpty();
	}

	/** Without a pattern: a test logs tens of thousands of lines. */
	private static String hexDigits(String text) {
		StringBuilder digits = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
				digits.append(c);
			}
		}
		return digits.toString();
	}

	private static String text(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private static String hex(String text) {
		StringBuilder hex = new StringBuilder();
		text.chars().forEach((c) -> hex.append(Integer.toHexString(c)));
		return hex.toString();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final List<ApplicationEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			this.events.add(event);
		}

		@EventListener
		void mastersChanged(MastersChangedEvent event) {
			this.events.add(event);
		}

	}

}
