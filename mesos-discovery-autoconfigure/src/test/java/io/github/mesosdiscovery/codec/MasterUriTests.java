package io.github.mesosdiscovery.codec;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MasterUri}.
 */
class MasterUriTests {

	@ParameterizedTest
	@CsvSource({ "IP, 10.0.0.1, m.example, http://10.0.0.1:5050",
			"HOSTNAME, 10.0.0.1, m.example, http://m.example:5050", "IP, , m.example, http://m.example:5050",
			"HOSTNAME, , m.example, http://m.example:5050", "IP, ::1, m.example, http://[::1]:5050",
			"HOSTNAME, ::1, ::1, http://[::1]:5050", "HOSTNAME, 10.0.0.1, 10.0.0.1, http://10.0.0.1:5050",
			"IP, , 45fa5335c0db, http://45fa5335c0db:5050", "IP, , 451234567890, http://451234567890:5050",
			"IP, , example.com., http://example.com.:5050", "HOSTNAME, 10.0.0.1, mesos_master_1, http://10.0.0.1:5050",
			"HOSTNAME, ::1, a.1b, http://[::1]:5050", "IP, 10.0.0.1, mesos_master_1, http://10.0.0.1:5050" })
	void uri(MasterHost host, String ip, String hostname, URI uri) {
		assertThat(new MasterUri("http", host).of(new PublishedAddress(ip, hostname, 5050))).isEqualTo(uri);
	}

	@ParameterizedTest
	@ValueSource(strings = { "::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1", "1:2:3:4:5:6:7::",
			"::2:3:4:5:6:7:8", "1:2:3::5:6:7:8", "1:2:3:4:5:6:10.0.0.1" })
	void everyIpv6AddressCanStandInIt(String ip) {
		URI uri = new MasterUri("https", MasterHost.IP).of(new PublishedAddress(ip, ip, 443));
		assertThat(uri).hasToString("https://[" + ip + "]:443").hasHost("[" + ip + "]").hasPort(443);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mesos_master_1", "a.1b" })
	void nameThatCannotStandInIt(String hostname) {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> new MasterUri("http", MasterHost.IP).of(new PublishedAddress(null, hostname, 5050)))
			.withMessageContaining("'" + hostname + "' cannot stand in a URI");
	}

	// Java's own constructor would let these name another host.
	@ParameterizedTest
	@ValueSource(strings = { "evil.com/@10.0.0.1", "u@evil.com", "evil.com#", "evil.com?x=", "evil.com:80",
			"evil.com\\", "a b", "a\nb", "%41", "\u202ea" })
	void hostThatComesOutAsAnother(String hostname) {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> new MasterUri("http", MasterHost.IP).of(new PublishedAddress(null, hostname, 5050)))
			.withMessageContaining("cannot stand in a URI");
	}

	@Test
	void schemeInCapitals() {
		assertThat(new MasterUri("HTTPS", MasterHost.IP).of(new PublishedAddress("10.0.0.1", "a", 5050)))
			.hasToString("https://10.0.0.1:5050");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "ftp", "http:", "https://", " http", "1http", "h\nttp", "javascript", "file", "httpx" })
	void otherScheme(String scheme) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MasterUri(scheme, MasterHost.IP))
			.withMessage("The scheme of the masters must be 'http' or 'https'");
	}

}
