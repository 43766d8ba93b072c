package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CredentialsSanitizer}.
 */
class CredentialsSanitizerTests {

	@ParameterizedTest
	@CsvSource({ "zk://user:canary@zk1:2181/mesos, zk://******@zk1:2181/mesos",
			"zk://user:can@ary@zk1:2181/mesos, zk://******@zk1:2181/mesos",
			"zk://user:can ary@zk1:2181/mesos, zk://******@zk1:2181/mesos", "ZK://user:canary@zk1, ZK://******@zk1",
			"java -jar app.jar --mesos.discovery.zk=zk://u:canary@h/mesos -x, java -jar app.jar --mesos.discovery.zk=zk://******@h/mesos -x",
			"zk://u:canary@a/mesos zk://v:canary@b/mesos, zk://******@a/mesos zk://******@b/mesos" })
	void credentialsInUrlsAreHiddenWhateverTheirKey(String value, String hidden) {
		assertThat(sanitize("sun.java.command", value)).isEqualTo(hidden);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://zk1:2181,zk2:2181/mesos", "file:///etc/mesos/zk", "mail@example.com", "" })
	void otherValuesAreLeftAlone(String value) {
		assertThat(sanitize("mesos.discovery.zk", value)).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos.discovery.zk.password", "MESOS_DISCOVERY_ZK_PASSWORD",
			"mesos.discovery.clusters.east.zk.password", "MESOS_DISCOVERY_CLUSTERS_EAST_ZK_PASSWORD" })
	void passwordsAreHidden(String key) {
		assertThat(sanitize(key, "canary")).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@Test
	void otherThanTextIsLeftAlone() {
		assertThat(sanitize("server.port", 8080)).isEqualTo(8080);
		assertThat(sanitize("spring.datasource.password", "x")).isEqualTo("x");
	}

	private static @Nullable Object sanitize(String key, Object value) {
		return new CredentialsSanitizer().apply(new SanitizableData(null, key, value)).getValue();
	}

}
