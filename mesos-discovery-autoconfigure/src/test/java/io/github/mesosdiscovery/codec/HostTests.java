package io.github.mesosdiscovery.codec;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Host}.
 */
class HostTests {

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "10.0.0.1", "255.255.255.255" })
	void ipv4(String text) {
		assertThat(Host.isAddress(text)).isTrue();
		assertThat(Host.isIpv6(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "2001:DB8:0:0:8:800:200C:417A",
			"::ffff:10.0.0.1", "1:2:3:4:5:6:10.0.0.1", "1::2:10.0.0.1", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
			"1:2:3::5:6:7:8", "::10.0.0.1" })
	void ipv6(String text) throws UnknownHostException {
		assertThat(Host.isAddress(text)).isTrue();
		assertThat(Host.isIpv6(text)).isTrue();
		assertThat(InetAddress.getByName("[" + text + "]")).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "...", "10.0.0", "10.0.0.", ".10.0.0", "10.0.0.1.", "10.0.0.1.2", "10..0.1",
			"10.0.0.256", "10.0.0.1000", "010.0.0.1", "10.0.0.01", "00.0.0.0", "0x0a.0.0.1", "127.1", "2130706433",
			"10.0.0.-1", "10.0.0.+1", " 10.0.0.1", "10.0.0.1 ", "10.0.0.1\n", "10.0.0.a", "\u0661.0.0.1", "localhost",
			":", ":::", "1:", ":1", "1:2", "::1:", ":1::2", "1::2::3", "1:::2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
			"1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "12345::", "g::", "::1%eth0", "::1%25eth0", "[::1]", "::1.2.3",
			"::1.2.3.256", "1.2.3.4::", "1:2:3:4:5:6:7:10.0.0.1", "::10.0.0.1:1", "::ffff:010.0.0.1", " ::1", "::1/128",
			"1:2:3:4:5:6:7:", "-1::", "::+1", "1:2:3:4::5:6:7:8", "1:2:3:4:5:6::10.0.0.1" })
	void invalidAddress(String text) {
		assertThat(Host.isAddress(text)).isFalse();
		assertThat(Host.isUnspecified(text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0.0.0.0, true", "::, true", "0:0:0:0:0:0:0:0, true", "::0.0.0.0, true", "0::0, true",
			"0.0.0.1, false", "1.0.0.0, false", "::1, false", "1::, false", "::0.0.0.1, false", "localhost, false" })
	void unspecified(String text, boolean unspecified) {
		assertThat(Host.isUnspecified(text)).isEqualTo(unspecified);
	}

	@ParameterizedTest
	@CsvSource({ "16777343, 127.0.0.1", "3355709612, 172.16.4.200", "3892422848, 192.168.1.232",
			"4294967295, 255.255.255.255", "1, 1.0.0.0", "2147483648, 0.0.0.128" })
	void littleEndianInteger(long integer, String ip) {
		assertThat(Host.fromInteger((int) integer)).isEqualTo(ip);
		assertThat(Integer.toUnsignedLong(Host.toInteger(ip))).isEqualTo(integer);
	}

	@ParameterizedTest
	@CsvSource({ "a.example, a.example:1", "10.0.0.1, 10.0.0.1:1", "::1, [::1]:1" })
	void withPort(String host, String expected) {
		assertThat(Host.withPort(host, 1)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1", "1:2:3:4:5:6:7::",
			"::2:3:4:5:6:7:8", "1:2:3::5:6:7:8", "1:2:3:4:5:6:10.0.0.1" })
	void uriOfIpv6Address(String ip) {
		assertThat(Host.uri("https", ip, 443)).hasToString("https://[" + ip + "]:443")
			.hasHost("[" + ip + "]")
			.hasPort(443);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.com/@10.0.0.1", "u@evil.com", "evil.com#", "evil.com?x=", "evil.com:80",
			"evil.com\\", "a b", "a\nb", "%41", "\u202ea", "a_b", "a.1b", "" })
	void noUriForOtherHosts(String text) {
		assertThat(Host.uri("http", text, 5050)).isNull();
	}

	@Test
	void acceptsIpv6AddressesInTheFormOfTheJdk() throws UnknownHostException {
		Random random = new Random(6);
		byte[] bytes = new byte[16];
		for (int i = 0; i < 1000; i++) {
			random.nextBytes(bytes);
			assertThat(Host.isIpv6(InetAddress.getByAddress(bytes).getHostAddress())).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "a", "master-1.example.com", "MASTER.Example.COM", "example.com.",
			"ip-10-0-2-231.us-west-2.compute.internal", "45fa5335c0db", "1a", "10.0.0.1a", "3com.com", "mesos_master_1",
			"_a", "a_", "xn--bcher-kva.example", "0xyz", "451234567890", "a-1", "0.example", "_", "0xfg.a" })
	void name(String text) {
		assertThat(Host.isName(text)).isTrue();
		assertThat(Host.isValid(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a..b", ".a", "a..", "-a", "a-", "a.-b", "a-.b", "a b", " a", "a ", "a\n",
			"a\r\n", "a\t", "a\u0000", "evil.com/@10.0.0.1", "u@evil.com", "evil.com#", "evil.com?x=", "evil.com:80",
			"a%41", "a\\b", "a;b", "a,b", "a'b", "[::1]", "::1", "caf\u00e9", "\u202ea", "\u0131", "\u3002", "a\uff0eb",
			"a*", "$a", "a=b", "@", "`", "{", "^" })
	void invalidName(String text) {
		assertThat(Host.isName(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.1", "1", "2130706433", "017700000001", "0x7f000001", "0X7F000001", "0x", "10.0.0.1",
			"010.0.0.1", "0x7f.0.0.1", "127.0.0.0x1", "10.0.0.256", "10.0.0.1.", "1.2.3.4.5", "a.1",
			"a.45123456789012" })
	void nameThatSomeResolversTakeForAnAddress(String text) {
		assertThat(Host.isName(text)).isFalse();
		assertThat(Host.endsInNumber(text)).isTrue();
	}

	@ParameterizedTest
	@MethodSource
	void longestNames(String text) {
		assertThat(Host.isName(text)).isTrue();
		assertThat(Host.isName(text + ".")).isTrue();
	}

	static Stream<String> longestNames() {
		String label = "x".repeat(63);
		return Stream.of(label, label + ".b", (label + ".").repeat(3) + "x".repeat(61));
	}

	@ParameterizedTest
	@MethodSource
	void tooLongNames(String text) {
		assertThat(Host.isName(text)).isFalse();
	}

	static Stream<String> tooLongNames() {
		String label = "x".repeat(63);
		return Stream.of(label + "x", label + "x.b", (label + ".").repeat(3) + "x".repeat(62), "a.".repeat(50_000));
	}

}
