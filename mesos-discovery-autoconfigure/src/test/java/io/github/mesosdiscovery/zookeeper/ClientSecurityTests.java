package io.github.mesosdiscovery.zookeeper;

import java.util.List;

import io.github.mesosdiscovery.url.MasterUrlParser;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientSecurity}.
 */
class ClientSecurityTests {

	private static final String VERIFICATION = "zookeeper.ssl.hostnameVerification";

	private static final ClientSecurity TLS = new ClientSecurity(() -> TlsStores.DEFAULT, false, false);

	@AfterEach
	void clearProperties() {
		System.clearProperty(ZKClientConfig.SECURE_CLIENT);
		System.clearProperty(VERIFICATION);
	}

	@Test
	void credentialsInClearTextAreWarnedOf() {
		assertThat(hints(ClientSecurity.NONE, "zk://user:canary@zk1/mesos")).singleElement()
			.asString()
			.contains("in clear text", "zk://***@zk1:2181/mesos")
			.doesNotContain("canary");
	}

	@Test
	void whatIsEncryptedOrHasNoCredentialsIsNotWarnedOf() {
		assertThat(hints(ClientSecurity.NONE, "zk://zk1/mesos")).isEmpty();
		assertThat(hints(TLS, "zk://user:canary@zk1/mesos")).isEmpty();
		System.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
		assertThat(hints(ClientSecurity.NONE, "zk://user:canary@zk1/mesos")).isEmpty();
	}

	@Test
	void plaintextIsWarnedOfWhateverTheSystemPropertySays() {
		System.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
		assertThat(hints(new ClientSecurity(null, true, false), "zk://user:canary@zk1/mesos")).hasSize(1);
	}

	@Test
	void hostNamesThatAreNotVerifiedAreWarnedOf() {
		System.setProperty(VERIFICATION, "false");
		assertThat(hints(TLS, "zk://zk1/mesos")).singleElement().asString().contains(VERIFICATION);
		assertThat(hints(ClientSecurity.NONE, "zk://zk1/mesos")).isEmpty();
	}

	private static List<String> hints(ClientSecurity security, String url) {
		return security.hints((ZooKeeperUrl) MasterUrlParser.parse(url));
	}

}
