package io.github.mesosdiscovery.codec;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PublishedAddress}, with {@code ~} for the quotation mark of JSON.
 */
class PublishedAddressTests {

	private static final String PID = "~pid~: ~master@10.0.0.2:5052~";

	private static final String REST = "~hostname~: ~c~, ~ip~: 50331658, ~port~: 5053";

	// address, then pid, then the rest; 50331658 is 10.0.0.3
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = {
					"~address~: {~hostname~: ~a~, ~ip~: ~10.0.0.1~, ~port~: 5051}, " + PID + ", " + REST
							+ "|10.0.0.1|a|5051",
					"~address~: {~ip~: ~10.0.0.1~, ~port~: 5051}, " + PID + ", " + REST + "|10.0.0.1|c|5051",
					"~address~: {~ip~: ~10.0.0.1~, ~port~: 5051}, " + PID + "|10.0.0.1|10.0.0.2|5051",
					"~address~: {~ip~: ~10.0.0.1~, ~port~: 5051}|10.0.0.1|10.0.0.1|5051",
					"~address~: {~hostname~: ~a~, ~port~: 5051}, " + PID + ", " + REST + "|10.0.0.2|a|5051",
					"~address~: {~hostname~: ~a~, ~ip~: ~10.0.0.1~}, " + PID + ", " + REST + "|10.0.0.1|a|5052",
					"~address~: {~hostname~: ~a~, ~ip~: ~10.0.0.1~}, " + REST + "|10.0.0.1|a|5053",
					"~address~: {~port~: 5051}, " + PID + ", " + REST + "|10.0.0.2|c|5051",
					"~address~: {~port~: 5051}, " + REST + "|10.0.0.3|c|5051", PID + ", " + REST + "|10.0.0.2|c|5052",
					PID + "|10.0.0.2|10.0.0.2|5052", REST + "|10.0.0.3|c|5053", "~ip~: 50331658|10.0.0.3|10.0.0.3|5050",
					"~hostname~: ~c~||c|5050", "~hostname~: ~10.0.0.9~, ~ip~: 50331658|10.0.0.9|10.0.0.9|5050",
					"~ip~: 3892422848|192.168.1.232|192.168.1.232|5050" })
	void order(String json, String ip, String hostname, int port) {
		assertThat(address(json)).isEqualTo(new PublishedAddress(ip, hostname, port));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "~pid~: ~master@b:5052~, ~ip~: 50331658||b|5052",
					"~pid~: ~master@b:5052~, ~hostname~: ~c~, ~ip~: 50331658||c|5052",
					"~address~: {~hostname~: ~a~}, ~ip~: 50331658||a|5050",
					"~address~: {~hostname~: ~a~}, ~hostname~: ~10.0.0.9~, ~ip~: 50331658||a|5050" })
	void integerIsIgnoredBesideAddressOrPid(String json, String ip, String hostname, int port) {
		assertThat(address(json)).isEqualTo(new PublishedAddress(ip, hostname, port));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "~address~: {~ip~: ~::1~, ~port~: 5051}, ~ip~: 0|::1|::1|5051",
					"~pid~: ~master@[2001:db8::1]:5051~, ~ip~: 0|2001:db8::1|2001:db8::1|5051",
					"~address~: {~hostname~: ~::1~}|::1|::1|5050" })
	void ipv6(String json, String ip, String hostname, int port) {
		assertThat(address(json)).isEqualTo(new PublishedAddress(ip, hostname, port));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "~address~: {~ip~: ~0.0.0.0~, ~port~: 5051}, " + PID + "|10.0.0.2|10.0.0.2|5051",
					"~address~: {~ip~: ~::~, ~hostname~: ~0.0.0.0~}, " + PID + "|10.0.0.2|10.0.0.2|5052",
					"~pid~: ~master@0.0.0.0:5052~, " + REST + "|10.0.0.3|c|5052", "~ip~: 0, ~hostname~: ~c~||c|5050",
					"~address~: {~ip~: ~~, ~hostname~: ~~}, ~pid~: ~~, " + REST + "|10.0.0.3|c|5053" })
	void zerosAndEmptyTextAreIgnored(String json, String ip, String hostname, int port) {
		assertThat(address(json)).isEqualTo(new PublishedAddress(ip, hostname, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "~id~: ~a~, ~port~: 5050", "~ip~: 0", "~address~: {}", "~address~: {~ip~: ~0.0.0.0~}",
			"~pid~: ~master@0.0.0.0:5050~", "~pid~: ~master@[::]:5050~", "~hostname~: ~0.0.0.0~" })
	void noHost(String json) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> address(json))
			.withMessageContaining("it contains no host");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"~pid~: ~none~, ~address~: {~ip~: ~10.0.0.1~, ~port~: 5051}|10.0.0.1|10.0.0.1|5051",
			"~pid~: ~master@10.0.0.2:99999~, ~address~: {~ip~: ~10.0.0.1~, ~port~: 5051}|10.0.0.1|10.0.0.1|5051",
			"~pid~: ~none~, " + REST + "|10.0.0.3|c|5053",
			"~pid~: ~none~, ~address~: {~ip~: ~10.0.0.1~}, ~port~: 5053|10.0.0.1|10.0.0.1|5053",
			"~address~: {~ip~: ~localhost~, ~port~: 5051}, " + PID + "|10.0.0.2|10.0.0.2|5051",
			"~address~: {~ip~: ~localhost~, ~hostname~: ~a~, ~port~: 5051}|~|a|5051",
			"~address~: {~ip~: ~localhost~}, " + REST + "|10.0.0.3|c|5053",
			"~address~: {~ip~: ~10.0.0.1~, ~hostname~: ~<nil>~, ~port~: 5051}|10.0.0.1|10.0.0.1|5051",
			"~address~: {~ip~: ~10.0.0.1~, ~hostname~: ~<nil>~, ~port~: 5051}, " + REST + "|10.0.0.1|c|5051",
			"~address~: {~hostname~: ~<nil>~}, " + REST + "|10.0.0.3|c|5053",
			"~address~: {~ip~: ~10.0.0.1~, ~port~: 65536}, " + PID + "|10.0.0.1|10.0.0.2|5052",
			"~address~: {~ip~: ~10.0.0.1~, ~port~: 0}, ~port~: 5053|10.0.0.1|10.0.0.1|5053",
			"~address~: {~ip~: ~10.0.0.1~, ~port~: 5051}, ~port~: 0|10.0.0.1|10.0.0.1|5051",
			"~hostname~: ~<nil>~, " + PID + "|10.0.0.2|10.0.0.2|5052",
			"~hostname~: ~10.0.0.1:5050~, ~ip~: 50331658, ~port~: 5053|10.0.0.3|10.0.0.3|5053",
			"~hostname~: ~c\\r~, ~ip~: 50331658|10.0.0.3|10.0.0.3|5050" })
	void validSourceReplacesInvalidOne(String json, String ip, String hostname, int port) {
		assertThat(address(json)).isEqualTo(new PublishedAddress(ip.equals("~") ? null : ip, hostname, port));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"~address~: {~ip~: ~localhost~}|it contains no host, expected one in address, pid, hostname or ip; address.ip is 'localhost', expected an IPv4 or IPv6 address",
			"~hostname~: ~u@evil.com~|hostname is 'u@evil.com', expected a host name",
			"~pid~: ~master@evil.com?:1~|pid is 'master@evil.com?:1', expected master@<host>:<port>",
			"~pid~: ~none~, ~address~: {~hostname~: ~<nil>~, ~ip~: ~x~}|pid is 'none', expected master@<host>:<port>; address.hostname is '<nil>', expected a host name or an IP address; address.ip is 'x'",
			"~address~: {~ip~: ~10.0.0.1~, ~port~: 0}|it contains no port, expected one in address, pid or port; address.port is '0', expected a port from 1 to 65535",
			"~address~: {~ip~: ~10.0.0.1~, ~port~: -1}|address.port is '-1'",
			"~address~: {~ip~: ~10.0.0.1~, ~port~: 65536}|address.port is '65536'",
			"~address~: {~ip~: ~10.0.0.1~}, ~pid~: ~master@10.0.0.1:99999~|it contains no port, expected one in address, pid or port; pid is 'master@10.0.0.1:99999'",
			"~hostname~: ~a~, ~port~: 0|port is 0", "~hostname~: ~a~, ~port~: 65536|port is 65536",
			"~hostname~: ~a~, ~port~: 4294967295|port is 4294967295",
			"~hostname~: ~a~, ~pid~: ~none~, ~port~: 0|port is 0" })
	void refused(String json, String message) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> address(json))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@CsvSource({ "IP, 10.0.0.1, m.example, http://10.0.0.1:5050",
			"HOSTNAME, 10.0.0.1, m.example, http://m.example:5050", "IP, , m.example, http://m.example:5050",
			"HOSTNAME, , m.example, http://m.example:5050", "IP, ::1, m.example, http://[::1]:5050",
			"HOSTNAME, ::1, ::1, http://[::1]:5050", "HOSTNAME, 10.0.0.1, 10.0.0.1, http://10.0.0.1:5050",
			"IP, , 45fa5335c0db, http://45fa5335c0db:5050", "IP, , 451234567890, http://451234567890:5050",
			"IP, , example.com., http://example.com.:5050", "HOSTNAME, 10.0.0.1, mesos_master_1, http://10.0.0.1:5050",
			"HOSTNAME, ::1, a.1b, http://[::1]:5050", "IP, 10.0.0.1, mesos_master_1, http://10.0.0.1:5050" })
	void uri(MasterHost host, String ip, String hostname, URI uri) {
		assertThat(new PublishedAddress(ip, hostname, 5050).uri("http", host)).isEqualTo(uri);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos_master_1", "a.1b" })
	void hostNameThatUrisDoNotAllow(String hostname) {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> new PublishedAddress(null, hostname, 5050).uri("http", MasterHost.IP))
			.withMessageStartingWith("a URI does not allow the host name '" + hostname + "'");
	}

	private static PublishedAddress address(String json) {
		return PublishedAddress.of(new MasterInfoFields(MasterInfoJsonReader.read("{" + json.replace('~', '"') + "}")));
	}

}
