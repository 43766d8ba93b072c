package io.github.mesosdiscovery.codec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Upid}.
 */
class UpidTests {

	@ParameterizedTest
	@CsvSource({ "master@10.0.0.1:5050, 10.0.0.1, 5050", "master@[::1]:5050, ::1, 5050",
			"master@[2001:db8::1]:1, 2001:db8::1, 1", "master@localhost:65535, localhost, 65535",
			"master@a_b:05050, a_b, 5050", "master@0.0.0.0:5050, 0.0.0.0, 5050" })
	void upid(String text, String host, int port) {
		assertThat(Upid.parse(text)).isEqualTo(new Upid(host, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "master", "master@", "@", ":", "master:5050", "master@10.0.0.1", "master@10.0.0.1:",
			"master@:5050", "@10.0.0.1:5050", "slave(1)@10.0.0.1:5051", "Master@10.0.0.1:5050", "master@10.0.0.1:5050x",
			"master@10.0.0.1:+5050", "master@10.0.0.1:-1", "master@10.0.0.1:000005050", "master@::1:5050",
			"master@[::1]", "master@[::1]5050", "master@[::1:5050", "master@::1]:5050", "master@[10.0.0.1]:5050",
			"master@[localhost]:5050", "master@[]:5050", "master@[:5050", "master@[fe80::1%eth0]:5050",
			"master@evil.com/@10.0.0.1:5050", "master@a@b:5050", "master@127.1:5050", "master@010.0.0.1:5050",
			"master@10.0.0.1:5050:5050", "master@10.0.0.1:5050\n", "{\"id\":1}" })
	void notAUpid(String text) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> Upid.parse(text))
			.withMessageContaining("expected master@<host>:<port>")
			.withMessageContaining("'" + EscapedText.of(text) + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "65536", "99999" })
	void portOutOfRange(String port) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> Upid.parse("master@10.0.0.1:" + port))
			.withMessage("The port of the pid is " + port + ", expected a port from 1 to 65535");
	}

	@Test
	void replicaOfTheLog() {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> Upid.parse("log-replica(1)@10.0.0.1:5050"))
			.withMessageContaining("/log_replicas");
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.1, master@10.0.0.1:5050", "::1, master@[::1]:5050", "localhost, master@localhost:5050" })
	void text(String host, String text) {
		assertThat(Upid.of(host, 5050)).isEqualTo(text);
		assertThat(Upid.parse(text).host()).isEqualTo(host);
	}

}
