package io.github.mesosdiscovery.sample.command;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CommandLine}.
 */
class CommandLineTests {

	private static final String ZK = "zk://localhost:2181/mesos";

	@Test
	void readsTheOriginalCall() {
		assertThat(CommandLine.parse("--zk", "zk://localhost:2181/test/marco", "-a"))
			.isEqualTo(new CommandLine("zk://localhost:2181/test/marco", true, Duration.ofSeconds(15), false));
	}

	@Test
	void printsTheLeaderByDefault() {
		assertThat(CommandLine.parse("--zk", ZK).all()).isFalse();
		assertThat(CommandLine.parse("--all", "--zk", ZK).all()).isTrue();
	}

	@Test
	void acceptsValuesAfterAnEqualsSign() {
		CommandLine line = CommandLine.parse("--timeout=2s", "--zk=zk://user:a=b@zk1/mesos");
		assertThat(line.zk()).isEqualTo("zk://user:a=b@zk1/mesos");
		assertThat(line.timeout()).isEqualTo(Duration.ofSeconds(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-h", "--help" })
	void printsTheUsageWhateverElseIsMissing(String option) {
		assertThat(CommandLine.parse(option).help()).isTrue();
		assertThat(CommandLine.parse("-a", option, "--nonsense").help()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--server.port=8081", "--mesos.discovery.zk=" + ZK, "--spring.profiles.active=a,b",
			"--mesos.discovery.clusters.east.zk=" + ZK, "--logging.level.[org.example]=debug", "--sample.text=a\nb",
			"--spring.main.lazy-initialization", "--my_own.x=1", "--debug", "--trace=true" })
	void leavesPropertiesToTheApplication(String property) {
		assertThat(CommandLine.isForApplication()).isTrue();
		assertThat(CommandLine.isForApplication(property)).isTrue();
		assertThat(CommandLine.isForApplication("--server.port=0", property)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--zk", "--zk=" + ZK, "-a", "--all", "--timeout", "--timeout=5", "-h", "--help",
			"--leader", "-zk", "-zk=" + ZK, "--zkk=" + ZK, "-A", "-a=1", "zk", ZK, "--" + ZK, "-Dserver.port=0",
			"server.port=0", "-server.port=0", "--.x=1", "--server.", "--", "-", "", "debug" })
	void acceptsAnyOtherArgument(String argument) {
		assertThat(CommandLine.isForApplication(argument)).isFalse();
		assertThat(CommandLine.isForApplication("--server.port=0", argument)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "15, 15000", "15s, 15000", "500ms, 500", "2m, 120000", "1ms, 1", "999999m, 59999940000" })
	void readsTimesInSecondsAndOtherUnits(String text, long millis) {
		assertThat(CommandLine.parse("--zk", ZK, "--timeout", text).timeout()).isEqualTo(Duration.ofMillis(millis));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0s", "-1", "+1", "1.5", "1h", "15 s", "s", "PT15S", "1000000", "١" })
	void refusesOtherTimes(String text) {
		assertWrong("--timeout must be a time above zero, for example 15, 15s, 500ms or 1m", "--timeout=" + text);
	}

	@Test
	void needsZk() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> CommandLine.parse("-a"))
			.withMessage("--zk is missing: it says where the masters are, for example --zk " + ZK);
	}

	@Test
	void needsValues() {
		assertWrong("--zk needs a value, for example --zk " + ZK, "--zk");
		assertWrong("--zk needs a value, for example --zk " + ZK, "--zk", "-a");
		assertWrong("--zk needs a value, for example --zk " + ZK, "--zk=");
		assertWrong("--timeout needs a value, for example --timeout 15s", "--zk", ZK, "--timeout");
	}

	@Test
	void refusesAValueForAFlag() {
		assertWrong("--all takes no value", "--zk", ZK, "--all=true");
		assertWrong("--help takes no value", "--help=zk");
	}

	@Test
	void namesAnUnknownOption() {
		assertWrong("Unknown option --verbose", "--zk", ZK, "--verbose");
		assertWrong("Unknown option -v", "--zk", ZK, "-v");
		assertWrong("Unknown option --zkk", "-a", "--zkk=zk://user:secret@zk1/mesos");
		assertWrong("Unknown option --leader", "--leader");
		assertWrong("Unknown option -zk", "-zk", ZK);
		assertWrong("Unexpected argument: expected options only, each with at most one value", ZK);
	}

	@Test
	void refusesPropertiesOfTheApplication() {
		assertWrong("Properties of the application cannot be combined with other options", "--zk", ZK,
				"--server.port=0");
		assertWrong("Properties of the application cannot be combined with other options", "--server.port=0",
				"--leader");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://user:secret@zk1/mesos", "-secret@zk1/mesos", "secret", "-zk://user:secret@zk1",
			"--zk:secret=1" })
	void repeatsNoPossiblePassword(String argument) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> CommandLine.parse("--zk", ZK, argument))
			.withMessageNotContaining("secret");
	}

	@Test
	void isNotPrinted() {
		assertThat(CommandLine.parse("--zk", "zk://user:secret@zk1/mesos")).hasToString("CommandLine[]");
	}

	private static void assertWrong(String message, String... args) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> CommandLine.parse(args)).withMessage(message);
	}

}
