package io.github.mesosdiscovery.http;

import java.net.URI;
import java.util.List;

import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MasterUris}.
 */
class MasterUrisTests {

	@ParameterizedTest
	@CsvSource({ "'', /", "/, /", "state, /state", "/state, /state", "?a=b, /?a=b", "/a%20b?c=%26&d#e, /a%20b?c=%26&d",
			"/../x, /../x", "/@evil.com/, /@evil.com/", "////evil.com/, //evil.com/", "@evil.com, /@evil.com" })
	void requestStaysOnTheMaster(URI uri, String expected) {
		MesosMaster master = Masters.master(1);
		URI target = MasterUris.at(master, uri);
		assertThat(target).isEqualTo(URI.create("http://10.0.0.1:5050" + expected));
		assertThat(target.getHost()).isEqualTo("10.0.0.1");
	}

	@Test
	void addressOfIpv6KeepsItsBrackets() {
		MesosMaster master = master("http://[2001:db8::1]:5050", "master1", "2001:db8::1");
		assertThat(MasterUris.at(master, URI.create("/x"))).isEqualTo(URI.create("http://[2001:db8::1]:5050/x"));
		assertThat(MasterUris.leadsTo(master, URI.create("http://[2001:DB8::1]:5050/x"))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://10.0.0.1:5050/", "//10.0.0.1/", "//evil.com", "file:/etc/passwd", "mailto:a@b" })
	void whatNamesPlaceIsRefused(URI uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> MasterUris.requirePath(uri))
			.withMessageContaining("'" + uri + "' names a host");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://10.0.0.1:5050", "http://10.0.0.1:5050/x?y", "http://MASTER1:5050/",
			"HTTP://master1:5050" })
	void masterIsKnownByEachOfItsNames(URI uri) {
		assertThat(MasterUris.leadsTo(Masters.master(1), uri)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://10.0.0.1:5050/", "http://10.0.0.1:5051/", "http://10.0.0.1/",
			"http://user@10.0.0.1:5050/", "http://10.0.0.1:5050@evil.com/", "http://10.0.0.1.evil.com:5050/",
			"http://master1.:5050/", "http://master2:5050/", "ftp://10.0.0.1:5050/", "http:opaque", "/x", "//:5050" })
	void otherPlacesAreNoMaster(String uri) {
		URI parsed;
		try {
			parsed = URI.create(uri);
		}
		catch (IllegalArgumentException ex) {
			return;
		}
		assertThat(MasterUris.leadsTo(Masters.master(1), parsed)).isFalse();
	}

	@Test
	void portOfTheSchemeNeedNotBeSaid() {
		assertThat(MasterUris.leadsTo(master("https://front", "master1", null), URI.create("https://front:443/")))
			.isTrue();
		assertThat(MasterUris.leadsTo(master("http://front:80", "master1", null), URI.create("http://front/")))
			.isTrue();
		assertThat(MasterUris.leadsTo(master("http://front:80", "master1", null), URI.create("http://front:443/")))
			.isFalse();
	}

	private static MesosMaster master(String uri, String hostname, @Nullable String ip) {
		MesosMaster some = Masters.master(1);
		return new MesosMaster(some.znode(), 1, some.epoch(), some.id(), hostname, ip, 5050, some.pid(), null,
				URI.create(uri), null, List.of(), some.masterInfo());
	}

}
