package io.github.mesosdiscovery.codec;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RegistrationName}.
 */
class RegistrationNameTests {

	@ParameterizedTest
	@CsvSource({ "json.info_0000000003, json.info, 3", "info_0000000003, info, 3", "0000000003, , 3",
			"json.info_2147483647, json.info, 2147483647", "json.info_-2147483648, json.info, -2147483648",
			"-2147483648, , -2147483648", "-2147483647, , -2147483647", "info_-0000000001, info, -1",
			"-0000000000, , 0", "foo_0000000001, foo, 1", "a_b_0000000001, a_b, 1", "_0000000001, '', 1",
			"json.info__0000000001, json.info_, 1", "info_0000000001_0000000002, info_0000000001, 2",
			"r\u00e9gion_0000000001, r\u00e9gion, 1", "'a b_0000000001', 'a b', 1" })
	void registration(String child, String label, int sequence) {
		assertThat(RegistrationName.parse(child)).contains(new RegistrationName(child, label, sequence));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_", "-", "log_replicas", "foo", "json.info", "json.info_", "json.info_3",
			"json.info_000000003", "json.info_00000000003", "00000000003", "json.info0000000003",
			"json.info-0000000003", "json.info_--000000003", "json.info_+0000000003", "json.info_0x00000003",
			"json.info_ 000000003", "json.info_0000000003 ", "json.info_2147483648", "json.info_9999999999",
			"json.info_-2147483649", "-9999999999", "x-2147483648", "json.info_-000000003", "info_000000000\u0663",
			"info_000000000/", "info_000000000:" })
	void notARegistration(String child) {
		assertThat(RegistrationName.parse(child)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void hostileNameIsNotARegistration(String child) {
		assertThat(RegistrationName.parse(child)).isEmpty();
	}

	static Stream<String> hostileNameIsNotARegistration() {
		return Stream.of("json\n.info", "json\r.info", "\u0000", "\u001b[31m", "\u0085", "\u202einfo", "\u2066info",
				"\u200finfo", "\ufeffinfo", "\u2028", "\u2029", "\ud800", "\ue000", "../mesos/info", "x".repeat(245))
			.map((label) -> label + "_0000000001");
	}

	@Test
	void longestName() {
		String label = "x".repeat(244);
		assertThat(RegistrationName.parse(label + "_0000000001")).map(RegistrationName::label).contains(label);
	}

	@Test
	void lowestSequenceLeadsAcrossLabels() {
		assertThat(Stream.of("json.info_0000000010", "info_0000000009", "0000000011", "log_replicas", "foo_-2147483648")
			.map(RegistrationName::parse)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparingInt(RegistrationName::sequence))
			.map(RegistrationName::znode))
			.isEqualTo(List.of("foo_-2147483648", "info_0000000009", "json.info_0000000010", "0000000011"));
	}

}
