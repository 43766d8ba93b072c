package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CredentialsSanitizer}.
 */
class CredentialsSanitizerTests {

	private static final String HIDDEN = SanitizableData.SANITIZED_VALUE;

	private static final String ZK = "mesos.discovery.zk";

	private static final String EAST = "mesos.discovery.clusters.east.zk";

	private final StandardEnvironment environment = new StandardEnvironment();

	private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

	@ParameterizedTest
	@CsvSource({ "zk://user:canary@zk1:2181/mesos, zk://******@zk1:2181/mesos",
			"zk://user:can@ary@zk1:2181/mesos, zk://******@zk1:2181/mesos",
			"zk://user:can ary@zk1:2181/mesos, zk://******@zk1:2181/mesos", "ZK://user:canary@zk1, ZK://******@zk1",
			"zk://u:canary@a/mesos zk://v:canary@b/mesos, zk://******@b/mesos",
			"java -jar app.jar --mesos.discovery.zk=zk://u:canary@h/mesos -x, ******",
			"java -jar app.jar --mesos.discovery.zk=zk://h/mesos --mail=a@h, --" })
	void credentialsInUrlsAreHiddenEvenIfNotConfigured(String value, String hidden) {
		assertThat(sanitize("sun.java.command", value)).isEqualTo(hidden.equals("--") ? value : hidden);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://zk1:2181,zk2:2181/mesos", "file:///etc/mesos/zk", "mail@example.com", "" })
	void otherValuesAreLeftAlone(String value) {
		assertThat(sanitize(ZK, value)).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos.discovery.zk.password", "MESOS_DISCOVERY_ZK_PASSWORD",
			"mesos.discovery.clusters.east.zk.password", "MESOS_DISCOVERY_CLUSTERS_EAST_ZK_PASSWORD" })
	void passwordsAreHiddenAtTheirKeys(String key) {
		assertThat(sanitize(key, "canary")).isEqualTo(HIDDEN);
	}

	@ParameterizedTest
	@CsvSource({ ZK + ", zk://user:canary@h/mesos", ZK + ".url, zk://user:canary@h/mesos", ZK + ".password, canary",
			ZK + ", zk://canary@h/mesos", ZK + ", zk:///user:canary@h", EAST + ", zk://user:canary@h/mesos",
			EAST + ".url, zk://user:canary@h/mesos", EAST + ".password, '${secret}'" })
	void configuredCredentialsAreHiddenInEveryValue(String key, String configured) {
		configure(Map.of(key, configured, "secret", "canary"));
		for (String text : List.of("canary", "java -jar app.jar --zk.pw=canary", "{\"password\":\"canary\"}",
				"{\"zk\":\"zk:\\/\\/user:canary@h\\/mesos\"}", "{\"password\":\"\\u0063an\\u0061ry\"}",
				"https://user:c%61nary@h", "-Dcanary2", "zk://other@h/canary")) {
			assertThat(sanitize("any.key", text)).as(text).isEqualTo(HIDDEN);
		}
		assertThat(sanitize("any.key", List.of("x", "canary"))).isEqualTo(HIDDEN);
		assertThat(sanitize("any.key", "canar y")).isEqualTo("canar y");
	}

	@Test
	void specialCharactersAreFoundLiterallyAndEscaped() {
		configure(Map.of(ZK + ".password", "p\"\\/$(ä.*\n"));
		assertThat(sanitize("any.key", "--pw=p\"\\/$(ä.* -x")).isEqualTo(HIDDEN);
		assertThat(sanitize("any.key", "{\"pw\":\"p\\\"\\\\\\/$(\\u00E4.*\\n\"}")).isEqualTo(HIDDEN);
		assertThat(sanitize("any.key", "p\"\\/$(äxx")).isEqualTo("p\"\\/$(äxx");
	}

	@ParameterizedTest
	@ValueSource(strings = { "p%C3%A4%20%22%5c%09%0a%F0%9f%98%80x", "p%C3%A4+%22%5C%09%0A%F0%9F%98%80x",
			"{\"pw\":\"pä \\\"\\\\\\t\\n😀x\"}",
			"{\"pw\":\"p\\u00e4\\u0020\\u0022\\u005c\\u0009\\u000a\\ud83d\\uDE00x\"}",
			"{\"json\":\"{\\\"pw\\\":\\\"p\\\\u00e4 \\\\\\\"\\\\\\\\\\\\t\\\\n😀x\\\"}\"}" })
	void encodedAndEscapedCharactersAreFound(String text) {
		configure(Map.of(ZK + ".password", "pä \"\\\t\n😀x"));
		assertThat(sanitize("any.key", text)).isEqualTo(HIDDEN);
	}

	@Test
	void numbersAreFound() {
		configure(Map.of(ZK + ".password", 12345));
		assertThat(sanitize("any.key", 12345)).isEqualTo(HIDDEN);
		assertThat(sanitize("server.port", 8080)).isEqualTo(8080);
	}

	@Test
	void overriddenCredentialsAreHidden() {
		configure(Map.of(ZK + ".password", "canary"));
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("MESOS_DISCOVERY_ZK_PASSWORD", "finch")));
		assertThat(sanitize("any.key", "{canary}")).isEqualTo(HIDDEN);
		assertThat(sanitize("any.key", "{finch}")).isEqualTo(HIDDEN);
	}

	@Test
	void passwordOfTheFile(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("zk"), "zk://user:canary@h/mesos\n");
		configure(Map.of(ZK, "file://" + file));
		assertThat(sanitize("any.key", "canary")).isEqualTo(HIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://h/mesos", "zk://user:canary@h/mesos" })
	void passwordOfConnectionDetails(String mechanism) {
		this.beans.addBean("details", new MesosDiscoveryConnectionDetails() {

			@Override
			public String getMechanism() {
				return mechanism;
			}

			@Override
			public @Nullable String getPassword() {
				return mechanism.contains("canary") ? null : "canary";
			}

		});
		assertThat(sanitize("any.key", "canary")).isEqualTo(HIDDEN);
	}

	@Test
	void shortPasswordIsHiddenAsASeparateWord() {
		configure(Map.of(ZK + ".password", "a"));
		for (String text : List.of("a", "--zk.pw=a", "{\"mesos.discovery.zk.password\":\"a\"}", "x zk:\\/\\/u:a@h")) {
			assertThat(sanitize("any.key", text)).as(text).isEqualTo(HIDDEN);
		}
		assertThat(sanitize(ZK, "zk://u:a@mesos/path")).isEqualTo("zk://******@mesos/path");
		assertThat(sanitize("java.vendor", "Java vendor")).isEqualTo("Java vendor");
	}

	private void configure(Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
	}

	private @Nullable Object sanitize(String key, Object value) {
		return new CredentialsSanitizer(this.environment,
				this.beans.getBeanProvider(MesosDiscoveryConnectionDetails.class))
			.apply(new SanitizableData(null, key, value))
			.getValue();
	}

}
