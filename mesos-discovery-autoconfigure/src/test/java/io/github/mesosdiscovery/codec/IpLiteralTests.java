package io.github.mesosdiscovery.codec;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IpLiteral}.
 */
class IpLiteralTests {

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "10.0.0.1", "255.255.255.255" })
	void ipv4(String text) {
		assertThat(IpLiteral.isValid(text)).isTrue();
		assertThat(IpLiteral.isIpv6(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "2001:DB8:0:0:8:800:200C:417A",
			"::ffff:10.0.0.1", "1:2:3:4:5:6:10.0.0.1", "1::2:10.0.0.1", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
			"1:2:3::5:6:7:8", "::10.0.0.1" })
	void ipv6(String text) throws UnknownHostException {
		assertThat(IpLiteral.isValid(text)).isTrue();
		assertThat(IpLiteral.isIpv6(text)).isTrue();
		assertThat(InetAddress.getByName("[" + text + "]")).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "...", "10.0.0", "10.0.0.", ".10.0.0", "10.0.0.1.", "10.0.0.1.2", "10..0.1",
			"10.0.0.256", "10.0.0.1000", "010.0.0.1", "10.0.0.01", "00.0.0.0", "0x0a.0.0.1", "127.1", "2130706433",
			"10.0.0.-1", "10.0.0.+1", " 10.0.0.1", "10.0.0.1 ", "10.0.0.1\n", "10.0.0.a", "\u0661.0.0.1", "localhost",
			":", ":::", "1:", ":1", "1:2", "::1:", ":1::2", "1::2::3", "1:::2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
			"1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "12345::", "g::", "::1%eth0", "::1%25eth0", "[::1]", "::1.2.3",
			"::1.2.3.256", "1.2.3.4::", "1:2:3:4:5:6:7:10.0.0.1", "::10.0.0.1:1", "::ffff:010.0.0.1", " ::1", "::1/128",
			"1:2:3:4:5:6:7:", "-1::", "::+1" })
	void neither(String text) {
		assertThat(IpLiteral.isValid(text)).isFalse();
		assertThat(IpLiteral.isUnspecified(text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0.0.0.0, true", "::, true", "0:0:0:0:0:0:0:0, true", "::0.0.0.0, true", "0::0, true",
			"0.0.0.1, false", "1.0.0.0, false", "::1, false", "1::, false", "::0.0.0.1, false", "localhost, false" })
	void unspecified(String text, boolean unspecified) {
		assertThat(IpLiteral.isUnspecified(text)).isEqualTo(unspecified);
	}

	@ParameterizedTest
	@CsvSource({ "16777343, 127.0.0.1", "3355709612, 172.16.4.200", "3892422848, 192.168.1.232",
			"4294967295, 255.255.255.255", "1, 1.0.0.0", "2147483648, 0.0.0.128" })
	void integerOfALittleEndianMachine(long integer, String ip) {
		assertThat(IpLiteral.fromInteger((int) integer)).isEqualTo(ip);
		assertThat(Integer.toUnsignedLong(IpLiteral.toInteger(ip))).isEqualTo(integer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "::1", "localhost", "0.0.0.0" })
	void noInteger(String text) {
		assertThat(IpLiteral.toInteger(text)).isZero();
	}

	@Test
	void takesEveryIpv6AddressAsJavaWritesIt() throws UnknownHostException {
		Random random = new Random(6);
		byte[] bytes = new byte[16];
		for (int i = 0; i < 1000; i++) {
			random.nextBytes(bytes);
			assertThat(IpLiteral.isIpv6(InetAddress.getByAddress(bytes).getHostAddress())).isTrue();
		}
	}

}
