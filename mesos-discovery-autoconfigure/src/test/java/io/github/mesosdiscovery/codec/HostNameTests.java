package io.github.mesosdiscovery.codec;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HostName}.
 */
class HostNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "a", "master-1.example.com", "MASTER.Example.COM", "example.com.",
			"ip-10-0-2-231.us-west-2.compute.internal", "45fa5335c0db", "1a", "10.0.0.1a", "3com.com", "mesos_master_1",
			"_a", "a_", "xn--bcher-kva.example", "0xyz", "451234567890", "a-1", "0.example" })
	void hostName(String text) {
		assertThat(HostName.isValid(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a..b", ".a", "a..", "-a", "a-", "a.-b", "a-.b", "a b", " a", "a ", "a\n",
			"a\r\n", "a\t", "a\u0000", "evil.com/@10.0.0.1", "u@evil.com", "evil.com#", "evil.com?x=", "evil.com:80",
			"a%41", "a\\b", "a;b", "a,b", "a'b", "[::1]", "::1", "caf\u00e9", "\u202ea", "\u0131", "\u3002", "a\uff0eb",
			"a*", "$a", "a=b", "@", "`", "{", "^" })
	void notAHostName(String text) {
		assertThat(HostName.isValid(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.1", "1", "2130706433", "017700000001", "0x7f000001", "0X7F000001", "0x", "10.0.0.1",
			"010.0.0.1", "0x7f.0.0.1", "127.0.0.0x1", "10.0.0.256", "10.0.0.1.", "1.2.3.4.5", "a.1",
			"a.45123456789012" })
	void whatSomeResolverTakesForAnAddressIsNone(String text) {
		assertThat(HostName.isValid(text)).isFalse();
	}

	@ParameterizedTest
	@MethodSource
	void longestNames(String text) {
		assertThat(HostName.isValid(text)).isTrue();
		assertThat(HostName.isValid(text + ".")).isTrue();
	}

	static Stream<String> longestNames() {
		String label = "x".repeat(63);
		return Stream.of(label, label + ".b", (label + ".").repeat(3) + "x".repeat(61));
	}

	@ParameterizedTest
	@MethodSource
	void namesThatAreTooLong(String text) {
		assertThat(HostName.isValid(text)).isFalse();
	}

	static Stream<String> namesThatAreTooLong() {
		String label = "x".repeat(63);
		return Stream.of(label + "x", label + "x.b", (label + ".").repeat(3) + "x".repeat(62), "a.".repeat(50_000));
	}

}
