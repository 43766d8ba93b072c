package io.github.mesosdiscovery.sample.command;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
	void asksForTheLeaderAloneUnlessToldOtherwise() {
		assertThat(CommandLine.parse("--zk", ZK).all()).isFalse();
		assertThat(CommandLine.parse("--all", "--zk", ZK).all()).isTrue();
	}

	@Test
	void takesValuesAfterAnEqualsSign() {
		CommandLine line = CommandLine.parse("--timeout=2s", "--zk=zk://user:a=b@zk1/mesos");
		assertThat(line.zk()).isEqualTo("zk://user:a=b@zk1/mesos");
		assertThat(line.timeout()).isEqualTo(Duration.ofSeconds(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-h", "--help" })
	void helpsWhateverElseIsMissing(String option) {
		assertThat(CommandLine.parse(option).help()).isTrue();
		assertThat(CommandLine.parse("-a", option, "--nonsense").help()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--zk", "--zk=" + ZK, "-a", "--all", "--timeout", "--timeout=5", "-h", "--help" })
	void isMeantByEachOfItsOptions(String option) {
		assertThat(CommandLine.hasOption("something", option)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--server.port=8081", "--mesos.discovery.zk=" + ZK, "--debug", "-A", "zk", "-a=1", "" })
	void isNotMeantByTheArgumentsOfAnApplication(String argument) {
		assertThat(CommandLine.hasOption(argument)).isFalse();
		assertThat(CommandLine.hasOption()).isFalse();
	}

	@Test
	void needsAMechanism() {
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
	void takesNoValueForAFlag() {
		assertWrong("--all takes no value", "--zk", ZK, "--all=true");
		assertWrong("--help takes no value", "--help=zk");
	}

	@Test
	void namesAnOptionThatIsNotKnown() {
		assertWrong("The option --verbose is not known", "--zk", ZK, "--verbose");
		assertWrong("The option -v is not known", "--zk", ZK, "-v");
		assertWrong("The option --zkk is not known", "-a", "--zkk=zk://user:secret@zk1/mesos");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://user:secret@zk1/mesos", "-secret@zk1/mesos", "secret", "-zk://user:secret@zk1",
			"--zk:secret=1" })
	void repeatsNothingThatCouldBeAPassword(String argument) {
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
