package io.github.mesosdiscovery.codec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Upid}.
 */
class UpidTests {

	@ParameterizedTest
	@CsvSource({ "master@10.0.0.1:5050, 10.0.0.1, 5050", "master@[::1]:5050, ::1, 5050",
			"master@[2001:db8::1]:1, 2001:db8::1, 1", "master@localhost:65535, localhost, 65535",
			"master@a_b:05050, a_b, 5050", "master@0.0.0.0:5050, 0.0.0.0, 5050" })
	void upid(String text, String host, int port) {
		assertThat(Upid.parse(text)).contains(new Upid(host, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "master", "master@", "@", ":", "master:5050", "master@10.0.0.1", "master@10.0.0.1:",
			"master@:5050", "@10.0.0.1:5050", "slave(1)@10.0.0.1:5051", "log-replica(1)@10.0.0.1:5050",
			"Master@10.0.0.1:5050", "master@10.0.0.1:5050x", "master@10.0.0.1:+5050", "master@10.0.0.1:-1",
			"master@10.0.0.1:0", "master@10.0.0.1:65536", "master@10.0.0.1:99999", "master@10.0.0.1:000005050",
			"master@10.0.0.1:505\u0660", "master@::1:5050", "master@[::1]", "master@[::1]5050", "master@[::1:5050",
			"master@::1]:5050", "master@[10.0.0.1]:5050", "master@[localhost]:5050", "master@[]:5050", "master@[:5050",
			"master@[[::1]]:5050", "master@[fe80::1%eth0]:5050", "master@evil.com/@10.0.0.1:5050", "master@a@b:5050",
			"master@127.1:5050", "master@010.0.0.1:5050", "master@10.0.0.1:5050:5050", "master@10.0.0.1:5050\n",
			"{\"id\":1}" })
	void invalid(String text) {
		assertThat(Upid.parse(text)).isEmpty();
	}

}
