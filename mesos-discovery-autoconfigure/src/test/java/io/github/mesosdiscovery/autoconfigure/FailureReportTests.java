package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what an application prints when its properties are wrong. What the locator
 * itself refuses is in {@link MesosDiscoveryAutoConfigurationTests}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureReportTests {

	private static final String SECRET = "canary";

	@ParameterizedTest
	@CsvSource({ "zk.session-timeout, 0, PT0S, 10s", "zk.session-timeout, 61m, PT1H1M, 10s",
			"zk.resync-interval, 366d, PT8784H, 1m", "zk.resync-interval, -1s, PT-1S, 10s",
			"wait-for-leader, -1s, PT-1S, 10s", "http.wait-for-leader, -1s, PT-1S, 10s" })
	void wrongDuration(String key, String value, String shown, String example, CapturedOutput output) {
		String property = "mesos.discovery." + key;
		fail(property + "=" + value);
		assertThat(output).contains("The property '" + property + "' is wrong", "is " + shown + ", but must",
				"Origin: \"" + property + "\" from property source \"commandLineArgs\"", property + "=" + example);
	}

	@ParameterizedTest
	@CsvSource({ "zk.session-timeout, 10", "zk.resync-interval, 60", "wait-for-leader, 30", "http.wait-for-leader, 5" })
	void durationWithoutUnit(String key, String value, CapturedOutput output) {
		fail("mesos.discovery." + key + "=" + value);
		assertThat(output).contains("The property 'mesos.discovery." + key + "' is wrong",
				"must not be less than 100ms", "a number without a unit is milliseconds");
	}

	@ParameterizedTest
	@CsvSource({ "mesos.discovery.zk.labels, canary, 'mesos.discovery.zk.labels=json.info,info'",
			"mesos.discovery.master.scheme, canary, mesos.discovery.master.scheme=https" })
	void wrongValue(String property, String value, String example, CapturedOutput output) {
		fail(property + "=" + value);
		assertThat(output).contains("The property '" + property + "'", example);
	}

	@ParameterizedTest
	@CsvSource({ "zk.session-timeout, it must be a duration, 10s", "wait-for-leader, it must be a duration, 10s",
			"http.wait-for-leader, it must be a duration, 10s", "zk.sasl.required, it must be true or false, true",
			"enabled, it must be true or false, true", "zk.ssl.enabled, it must be true or false, true",
			"'master.host', 'it must be one of ip, hostname', ip" })
	void valueOfWrongType(String key, String reason, String example, CapturedOutput output) {
		String property = "mesos.discovery." + key;
		fail(property + "=canary");
		assertThat(output).contains("The property '" + property + "' is wrong",
				"Origin: \"" + property + "\" from property source \"commandLineArgs\"", "Reason: " + reason,
				property + "=" + example);
	}

	@ParameterizedTest
	@CsvSource({ "zk[0], zk://u:canary@h/mesos", "zk.uri, zk://u:canary@h/mesos", "zk.connect-string, canary:2181",
			"zk.sesion-timeout, canary", "uri, zk://u:canary@h/mesos", "master, canary:5050",
			"zookeeper.url, zk://u:canary@h/mesos", "cluster.east.zk, canary:5050" })
	void unknownKey(String key, String value, CapturedOutput output) {
		fail("mesos.discovery." + key + "=" + value);
		assertThat(output).contains("The property 'mesos.discovery." + key + "' is wrong",
				"Origin: \"mesos.discovery." + key + "\"",
				"there is no such property. To say where the masters register, set "
						+ "'mesos.discovery.zk', or 'mesos.discovery.zk.url'");
	}

	@Test
	void urlAtTheRoot(CapturedOutput output) {
		fail("mesos.discovery=zk://u:canary@h/mesos");
		assertThat(output).contains("The property 'mesos.discovery' is wrong",
				"Origin: \"mesos.discovery\" from property source", "there is no such property");
	}

	@Test
	void urlInPlaceOfClusters(CapturedOutput output) {
		fail("mesos.discovery.clusters=zk://u:canary@h/mesos");
		assertThat(output).contains("The property 'mesos.discovery.clusters' is wrong",
				"mesos.discovery.clusters.east.zk=zk://localhost:2181/mesos");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk", "zk.url", "zk.password", "zk.session-timeout", "zk.ssl.enabled", "zk.labels[0]",
			"enabled", "master.host", "master.scheme", "http.wait-for-leader", "clusters.east.zk",
			"clusters.east.zk.password" })
	void unresolvedPlaceholder(String key, CapturedOutput output) {
		fail("mesos.discovery." + key + "=${NO_CANARY}");
		assertThat(output).contains("The property 'mesos.discovery." + key + "' is wrong",
				"Reason: it contains a placeholder that has no value");
	}

	@Test
	void urlInPlaceOfAName(CapturedOutput output) {
		fail("mesos.discovery.zk[zk://u:canary@h/mesos]=true");
		assertThat(output).contains("The property 'mesos.discovery.<key>' is wrong");
	}

	@Test
	void differentUrls(CapturedOutput output) {
		fail("mesos.discovery.zk=zk://u:canary@a/mesos", "mesos.discovery.zk.url=zk://u:canary@b/mesos");
		assertThat(output).contains("'mesos.discovery.zk'",
				"Origin: \"mesos.discovery.zk\" from property source \"commandLineArgs\"",
				"Origin of 'mesos.discovery.zk.url': \"mesos.discovery.zk.url\" from property source",
				"MESOS_DISCOVERY_ZK_URL for an environment variable");
	}

	@ParameterizedTest
	@CsvSource({ "password, canary, username, app", "username, u, password, ${ZK_PASSWORD}" })
	void oneCredentialWithoutTheOther(String key, String value, String missing, String example, CapturedOutput output) {
		fail("mesos.discovery.zk." + key + "=" + value);
		assertThat(output).contains("The property 'mesos.discovery.zk." + missing + "' is wrong",
				"Origin of 'mesos.discovery.zk." + key + "': \"mesos.discovery.zk." + key + "\" from property source",
				"Reason: it is not set, but 'mesos.discovery.zk." + key + "' is",
				"mesos.discovery.zk." + missing + "=" + example);
	}

	@Test
	void userNameWithColon(CapturedOutput output) {
		fail("mesos.discovery.zk.username=u:canary", "mesos.discovery.zk.password=canary");
		assertThat(output).contains("The property 'mesos.discovery.zk.username' is wrong",
				"Reason: it contains a colon, which ends a user name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk", "zk.url" })
	void differentCredentials(String key, CapturedOutput output) {
		fail("mesos.discovery." + key + "=zk://u:canary@a/mesos", "mesos.discovery.zk.username=u",
				"mesos.discovery.zk.password=canary2");
		assertThat(output).contains("The property 'mesos.discovery." + key + "' is wrong",
				"its credentials differ from 'mesos.discovery.zk.username' and 'mesos.discovery.zk.password'",
				"mesos.discovery." + key + "=zk://localhost:2181/mesos");
	}

	@Test
	void unknownSslBundle(CapturedOutput output) {
		fail("mesos.discovery.zk.ssl.bundle=zookeper");
		assertThat(output).contains("The property 'mesos.discovery.zk.ssl.bundle'",
				"no SSL bundle has this name; there are none", "spring.ssl.bundle");
	}

	@Test
	void misspeltSslBundle(CapturedOutput output) {
		fail("mesos.discovery.zk.ssl.bundle=zookeper",
				"spring.ssl.bundle.pem.zookeeper.truststore.certificate=file:///dev/null");
		assertThat(output).contains("The property 'mesos.discovery.zk.ssl.bundle'", "known are: zookeeper",
				"mesos.discovery.zk.ssl.bundle=zookeeper");
	}

	@Test
	void sslBundleThatCannotBeRead(CapturedOutput output) {
		fail("mesos.discovery.zk.ssl.bundle=zookeeper",
				"spring.ssl.bundle.jks.zookeeper.keystore.location=file:///no/such.jks",
				"spring.ssl.bundle.jks.zookeeper.keystore.password=canary");
		assertThat(output).contains("The property 'mesos.discovery.zk.ssl.bundle'",
				"the SSL bundle cannot be used: a file does not exist");
	}

	@ParameterizedTest
	@CsvSource({ "mesos.discovery.zk.ssl.enabled=true, mesos.discovery.zk.ssl.enabled",
			"mesos.discovery.zk.sasl.required=true, mesos.discovery.zk.sasl.required" })
	void securityOfAFixedMaster(String setting, String property, CapturedOutput output) {
		fail("mesos.discovery.zk=localhost:5050", setting);
		assertThat(output).contains("The property '" + property + "'", "fixed master", property + "=false");
	}

	@ParameterizedTest
	@CsvSource({ "clusters.md, mesos.discovery.clusters.east.zk.username=app",
			"troubleshooting.md, mesos.discovery.zk=zk://zk1:2181" })
	void isAsDocumented(String page, String property, CapturedOutput output) throws IOException {
		fail(property);
		Matcher block = Pattern.compile("```text\n(.*?)\n```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("..", "docs", page)));
		assertThat(block.find()).isTrue();
		assertThat(output).contains(block.group(1));
		assertThat(block.find()).isFalse();
	}

	static void fail(String... properties) {
		List<String> arguments = new ArrayList<>(
				List.of(properties).stream().map((property) -> "--" + property).toList());
		arguments.add("--debug");
		Throwable failure = catchThrowable(
				() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
					.properties("spring.main.banner-mode=off")
					.run(arguments.toArray(String[]::new))
					.close());
		assertThat(failure).isNotNull();
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain(SECRET);
	}

	@AfterEach
	void passwordIsNeverLogged(CapturedOutput output) {
		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain(SECRET);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
