package io.github.mesosdiscovery.zookeeper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link HostSyntax}.
 */
class HostSyntaxTests {

	private static final String LABEL = "a".repeat(63);

	@ParameterizedTest
	@ValueSource(strings = { "h", "1h", "zk-1.example.com", "localhost.", "zoo_1", "_", "xn--hst-sna", "0.0.0.0",
			"255.249.199.99", "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
			"::ffff:10.0.0.1", "1:2:3:4:5:6:10.0.0.1", "FE80::aBcD", "0xfg.a", "451234567890" })
	void hosts(String host) {
		assertThatNoException().isThrownBy(() -> HostSyntax.check(host));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a..b", ".a", "-a", "a-", "a.-b", "a b", "a/b", "a%b", "a\\b", "a\nb", "a@b",
			"a[b", "h\u00f6st", "1", "10.0.0", "10.0.0.256", "10.0.0.01", "10.0.0.1.", "0x7f000001", "0x7f.1", "a.1",
			"1.2.3.4.5", ":", ":::", "1:2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "1::2::3",
			"12345::", "g::", "::1.2.3", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "fe80::1%eth0", "::1:", ":1::" })
	void noHosts(String host) {
		assertThatExceptionOfType(HostPort.Invalid.class).isThrownBy(() -> HostSyntax.check(host));
	}

	@Test
	void longestNames() {
		String longest = String.join(".", LABEL, LABEL, LABEL, "a".repeat(61));
		assertThatNoException().isThrownBy(() -> HostSyntax.check(longest));
		assertThatNoException().isThrownBy(() -> HostSyntax.check(longest + "."));
		assertThatExceptionOfType(HostPort.Invalid.class).isThrownBy(() -> HostSyntax.check(longest + "a"));
		assertThatExceptionOfType(HostPort.Invalid.class).isThrownBy(() -> HostSyntax.check(LABEL + "a"));
	}

}
