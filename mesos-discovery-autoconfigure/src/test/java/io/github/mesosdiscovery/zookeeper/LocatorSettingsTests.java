package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.url.MasterUrlParser;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the hints of {@link LocatorSettings}.
 */
class LocatorSettingsTests {

	private static final String VERIFICATION = "zookeeper.ssl.hostnameVerification";

	private static final String WITH_CREDENTIALS = "zk://user:canary@zk1/mesos";

	@AfterEach
	void clearProperties() {
		System.clearProperty(ZKClientConfig.SECURE_CLIENT);
		System.clearProperty(VERIFICATION);
	}

	@Test
	void credentialsInClearTextCauseAWarning() {
		assertThat(hints(WITH_CREDENTIALS, false, false)).singleElement()
			.asString()
			.contains("in clear text", "zk://***@zk1:2181/mesos")
			.doesNotContain("canary");
	}

	@Test
	void tlsOrMissingCredentialsCauseNoWarning() {
		assertThat(hints("zk://zk1/mesos", false, false)).isEmpty();
		assertThat(hints(WITH_CREDENTIALS, true, false)).isEmpty();
		System.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
		assertThat(hints(WITH_CREDENTIALS, false, false)).isEmpty();
	}

	@Test
	void plaintextCausesAWarningWhateverTheSystemPropertySays() {
		System.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
		assertThat(hints(WITH_CREDENTIALS, false, true)).hasSize(1);
	}

	@Test
	void hostNamesThatAreNotVerifiedCauseAWarning() {
		System.setProperty(VERIFICATION, "false");
		assertThat(hints("zk://zk1/mesos", true, false)).singleElement().asString().contains(VERIFICATION);
		assertThat(hints("zk://zk1/mesos", false, false)).isEmpty();
	}

	private static List<String> hints(String url, boolean tls, boolean plaintext) {
		return new LocatorSettings("default", "test", MasterUrlParser.parse(url), Duration.ofSeconds(10),
				Duration.ofMinutes(1), Set.of(), new MesosMasterDecoder("http", MasterHost.IP),
				tls ? () -> TlsStores.DEFAULT : null, plaintext, false, (config) -> {
				})
			.hints();
	}

}
