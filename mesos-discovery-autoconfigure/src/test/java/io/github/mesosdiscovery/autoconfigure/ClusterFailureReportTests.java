package io.github.mesosdiscovery.autoconfigure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user is told whose properties of a further cluster are wrong.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ClusterFailureReportTests {

	private static final String MAIN = "mesos.discovery.zk=127.0.0.1:5050";

	private static final String EAST = "mesos.discovery.clusters.east";

	@AfterEach
	void passwordIsNeverLogged(CapturedOutput output) {
		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("canary");
	}

	@ParameterizedTest
	@CsvSource({ ".zk, zk://u:canary@localhost, .zk, the path of the masters is missing",
			".zk, http://u:canary@localhost, .zk, HTTP API",
			".zk.url, zk://u:canary@localhost/, .zk.url, the path of the masters is missing",
			".zk.session-timeout, 0, .zk.session-timeout, but must be from PT0.001S to PT1H",
			".zk.resync-interval, -1s, .zk.resync-interval, must not be negative",
			".zk.labels, json_info, .zk.labels, is not a label of masters",
			".zk.password, canary, .zk.username, 'it is not set, but'",
			".zk.ssl.bundle, nothing, .zk.ssl.bundle, no SSL bundle has this name",
			".zk.sasl.required, true, .zk.sasl.required, fixed master",
			".master.scheme, ftp, .master.scheme, must be http or https",
			".wait-for-leader, -1s, .wait-for-leader, must not be negative" })
	void wrongValueIsReportedWithItsFullName(String key, String value, String property, String reason,
			CapturedOutput output) {
		FailureReportTests.fail(MAIN, (key.startsWith(".zk") && value.contains("://")) ? "x=y" : EAST + ".zk=h:5050",
				EAST + key + "=" + value);
		assertThat(output).contains("The property '" + EAST + property + "' is wrong", reason);
	}

	@ParameterizedTest
	@CsvSource({ ".zk.session-timeout", ".wait-for-leader", ".master.host", ".enabled" })
	void valueOfWrongType(String key, CapturedOutput output) {
		FailureReportTests.fail(MAIN, EAST + ".zk=h:5050", EAST + key + "=canary");
		assertThat(output).contains("The property '" + EAST + key + "' is wrong",
				"Origin: \"" + EAST + key + "\" from property source \"commandLineArgs\"");
	}

	@Test
	void differentUrls(CapturedOutput output) {
		FailureReportTests.fail(MAIN, EAST + ".zk=zk://u:canary@a/mesos", EAST + ".zk.url=zk://u:canary@b/mesos");
		assertThat(output).contains("The property '" + EAST + ".zk' is wrong", "'" + EAST + ".zk.url'");
	}

	@Test
	void clusterWithoutUrl(CapturedOutput output) {
		FailureReportTests.fail(MAIN, EAST + ".master.scheme=https");
		assertThat(output).contains("The property '" + EAST + ".zk' is wrong",
				"it is not set; only the main cluster has a default, and only while no cluster is configured",
				EAST + ".zk=zk://localhost:2181/mesos");
	}

	@Test
	void clusterWithoutValues(CapturedOutput output) {
		FailureReportTests.fail(MAIN, EAST + ".zk.session-timeout=");
		assertThat(output).contains("The property '" + EAST + ".zk' is wrong", "it is not set",
				EAST + ".zk=zk://localhost:2181/mesos");
	}

	@ParameterizedTest
	@CsvSource({ "East, lower-case letters", "default, is the name of the main cluster" })
	void invalidName(String name, String reason, CapturedOutput output) {
		FailureReportTests.fail(MAIN, "mesos.discovery.clusters." + name + ".zk=h:5050");
		assertThat(output).contains("The property 'mesos.discovery.clusters." + name + "' is wrong",
				"Origin: \"mesos.discovery.clusters." + name + ".zk\" from property source \"commandLineArgs\"",
				reason);
	}

	@ParameterizedTest
	@CsvSource({ "east.url", "east", "east.zk[0]", "east.zk.uri", "us.east.zk", "east.http.wait-for-leader" })
	void unknownKey(String key, CapturedOutput output) {
		FailureReportTests.fail(MAIN, "mesos.discovery.clusters." + key + "=zk://u:canary@h/mesos");
		assertThat(output).contains("The property 'mesos.discovery.clusters." + key + "' is wrong",
				"'mesos.discovery.clusters.<name>.zk'");
	}

	@Test
	void mainClusterWithoutUrl(CapturedOutput output) {
		FailureReportTests.fail(EAST + ".zk=h:5050", "mesos.discovery.zk.password=canary");
		assertThat(output).contains("The property 'mesos.discovery.zk' is wrong",
				"Origin: \"mesos.discovery.zk.password\"",
				"it is not set; only the main cluster has a default, and only while no cluster is configured");
	}

	@Test
	void noLeaderInTime(CapturedOutput output) {
		FailureReportTests.fail(MAIN, EAST + ".zk=zk://127.0.0.1:1/mesos", EAST + ".wait-for-leader=100ms");
		assertThat(output).contains("No leading Mesos master within 100 ms", "127.0.0.1:1",
				"'mesos.discovery.clusters.<name>'");
	}

}
