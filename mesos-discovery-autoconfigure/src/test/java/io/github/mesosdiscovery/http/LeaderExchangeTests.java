package io.github.mesosdiscovery.http;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LeaderExchange}.
 */
class LeaderExchangeTests {

	private static final URI REQUESTED = URI.create(MesosLeader.BASE_URL + "/api/v1?a=b");

	private final FakeMasterLocator locator = new FakeMasterLocator(
			Masters.connected(Masters.master(1), Masters.master(2)));

	private final LeaderExchange exchange = started();

	@ParameterizedTest
	@CsvSource({ "'', /", "/, /", "state, /state", "/state, /state", "?a=b, /?a=b", "/a%20b?c=%26&d#e, /a%20b?c=%26&d",
			"/../x, /../x", "/@evil.com/, /@evil.com/", "////evil.com/, //evil.com/", "@evil.com, /@evil.com",
			"http://mesos-leader, /", "https://mesos-leader/x?y, /x?y", "http://mesos-leader//evil.com, //evil.com" })
	void requestStaysOnTheMaster(URI uri, String expected) {
		URI target = exchange(uri).target(Masters.master(1));
		assertThat(target).isEqualTo(URI.create("http://10.0.0.1:5050" + expected));
		assertThat(target.getHost()).isEqualTo("10.0.0.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://10.0.0.1:5050/", "//10.0.0.1/", "//evil.com", "file:/etc/passwd", "mailto:a@b",
			"http://mesos-leader.evil.com/", "http://mesos_leader/" })
	void requestThatNamesAHostIsRefused(URI uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> exchange(uri)).withMessageContaining("names a host");
	}

	@ParameterizedTest
	@CsvSource({ "//master2:5050/api/v1?a=b, http://10.0.0.2:5050/api/v1?a=b", "//MASTER2:5050, http://10.0.0.2:5050/",
			"http://10.0.0.2:5050/x, http://10.0.0.2:5050/x", "HTTP://master2:5050?y, http://10.0.0.2:5050/?y",
			"/x, http://10.0.0.1:5050/x", "v2, http://10.0.0.1:5050/api/v2" })
	void redirectToRegisteredMasterIsFollowed(String location, URI expected) throws Exception {
		assertThat(this.exchange.redirectTarget(location)).isEqualTo(expected);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "//evil.com:5050/", "https://master2:5050/", "//master2/", "//u:p@master2:5050/",
			"ftp://master2:5050/", "http://master2:5050@evil.com/", "//master2.evil.com:5050/", "//master2.:5050/",
			"//master3:5050/", "//10.0.0.2:5051/", "//master2:5050 /", "\\\\evil.com", "mailto:a@b", "http:opaque",
			"//:5050" })
	void otherRedirectIsRefused(@Nullable String location) {
		assertThatExceptionOfType(MasterRedirectException.class)
			.isThrownBy(() -> this.exchange.redirectTarget(location))
			.withMessageStartingWith("The Mesos master at http://10.0.0.1:5050 redirects to '" + location
					+ "', and nothing was sent there: ");
	}

	@ParameterizedTest
	@CsvSource({ "https://front, https://front:443/x?y, https://front/x?y",
			"http://front:80, //front/x, http://front:80/x",
			"http://[2001:db8::1]:5050, //[2001:DB8::1]:5050/x, http://[2001:db8::1]:5050/x",
			"http://front, //[2001:db8::1]:5050/x, http://front/x",
			"http://my_master:5050, //MY_master:5050/x, " + "http://my_master:5050/x" })
	void redirectToAnyAddressOfTheMasterIsFollowed(URI uri, String location, URI expected) throws Exception {
		MesosMaster some = Masters.master(2);
		this.locator.set(Masters.connected(new MesosMaster(some.znode(), 1, some.epoch(), some.id(), "master2",
				"2001:db8::1", 5050, some.pid(), null, uri, null, List.of(), some.masterInfo())));
		LeaderExchange exchange = exchange(REQUESTED);
		exchange.target(this.locator.masters().get(0));
		assertThat(exchange.redirectTarget(location)).isEqualTo(expected);
	}

	@Test
	void locationInMessageIsShortAndPrintable() {
		assertThatExceptionOfType(MasterRedirectException.class)
			.isThrownBy(() -> this.exchange.redirectTarget("//evil\u202e\r\n" + "x".repeat(1000)))
			.withMessageContaining("'//evil???xxx")
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(400));
	}

	@Test
	void retryDoesNotResetTheNumberOfRedirects() throws Exception {
		for (int i = 0; i < LeaderExchange.MAX_REDIRECTS; i++) {
			this.exchange.redirectTarget("//master2:5050/");
		}
		this.exchange.retryTarget(Masters.master(3));
		assertThatExceptionOfType(MasterRedirectException.class)
			.isThrownBy(() -> this.exchange.redirectTarget("//master2:5050/"))
			.withMessageContaining("redirected 5 times before");
	}

	@Test
	void requestItselfIsRetriedOnce() throws Exception {
		this.exchange.redirectTarget("//master2:5050/elsewhere");
		assertThat(this.exchange.canRetry(new ConnectException())).isTrue();
		assertThat(this.exchange.retryTarget(Masters.master(3)))
			.isEqualTo(URI.create("http://10.0.0.3:5050/api/v1?a=b"));
		assertThat(this.exchange.canRetry(new ConnectException())).isFalse();
	}

	@Test
	void requestIsNotRetriedAtTheSameMaster() throws Exception {
		this.exchange.redirectTarget("//master2:5050/");
		assertThat(this.exchange.retryTarget(Masters.master(1))).isNull();
		assertThat(this.exchange.retryTarget(Masters.master(2))).isNull();
	}

	private LeaderExchange started() {
		LeaderExchange exchange = exchange(REQUESTED);
		assertThat(exchange.target(Masters.master(1))).isEqualTo(URI.create("http://10.0.0.1:5050/api/v1?a=b"));
		return exchange;
	}

	private LeaderExchange exchange(URI uri) {
		return new LeaderExchange(this.locator, HttpMethod.POST, uri);
	}

}
