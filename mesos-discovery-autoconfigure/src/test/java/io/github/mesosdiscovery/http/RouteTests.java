package io.github.mesosdiscovery.http;

import java.net.ConnectException;
import java.net.URI;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Route}.
 */
class RouteTests {

	private final FakeMasterLocator locator = new FakeMasterLocator(
			Masters.connected(Masters.master(1), Masters.master(2)));

	private final Route route = new Route(this.locator, HttpMethod.POST, URI.create("/api/v1?a=b"));

	@BeforeEach
	void begin() {
		assertThat(this.route.to(Masters.master(1))).isEqualTo(URI.create("http://10.0.0.1:5050/api/v1?a=b"));
	}

	@ParameterizedTest
	@CsvSource({ "302, true", "307, true", "200, false", "300, false", "301, false", "303, false", "304, false",
			"308, false", "503, false" })
	void isRedirect(int status, boolean expected) {
		assertThat(Route.isRedirect(HttpStatusCode.valueOf(status))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "//master2:5050/api/v1?a=b, http://10.0.0.2:5050/api/v1?a=b", "//master2:5050, http://10.0.0.2:5050/",
			"http://10.0.0.2:5050/x, http://10.0.0.2:5050/x", "/x, http://10.0.0.1:5050/x",
			"v2, http://10.0.0.1:5050/api/v2" })
	void knownMasterIsAskedWhereItPublishedItself(String location, URI expected) throws Exception {
		assertThat(this.route.redirected(location, true)).isEqualTo(expected);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "//evil.com:5050/", "https://master2:5050/", "//master2/", "//u:p@master2:5050/",
			"ftp://master2:5050/", "http://master2:5050@evil.com/", "//master2:5050 /", "\\\\evil.com", "mailto:a@b" })
	void otherIsNot(@Nullable String location) {
		assertThatExceptionOfType(MasterRedirectException.class).isThrownBy(() -> this.route.redirected(location, true))
			.withMessageStartingWith("The Mesos master at http://10.0.0.1:5050 redirects to '" + location
					+ "', and nothing was sent there: ");
	}

	@Test
	void locationIsQuotedShortAndPrintable() {
		assertThatExceptionOfType(MasterRedirectException.class)
			.isThrownBy(() -> this.route.redirected("//evil\u202e\r\n" + "x".repeat(1000), true))
			.withMessageContaining("'//evil???xxx")
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(400));
	}

	@Test
	void redirectsAreCountedAcrossRepetition() throws Exception {
		for (int i = 0; i < Route.MOST_REDIRECTS; i++) {
			this.route.redirected("//master2:5050/", true);
		}
		this.route.repeat(Masters.master(3));
		assertThatExceptionOfType(MasterRedirectException.class)
			.isThrownBy(() -> this.route.redirected("//master2:5050/", true))
			.withMessageContaining("one redirect too many, after 5");
	}

	@Test
	void bodyMustBeRepeatable() {
		assertThatExceptionOfType(MasterRedirectException.class)
			.isThrownBy(() -> this.route.redirected("//master2:5050/", false))
			.withMessageContaining("the body of the request cannot be sent again");
		assertThat(this.route.mayRepeat(new ConnectException(), false)).isFalse();
	}

	@Test
	void repeatsOnceWithTheWholeRequest() throws Exception {
		this.route.redirected("//master2:5050/elsewhere", true);
		assertThat(this.route.mayRepeat(new ConnectException(), true)).isTrue();
		assertThat(this.route.repeat(Masters.master(3))).isEqualTo(URI.create("http://10.0.0.3:5050/api/v1?a=b"));
		assertThat(this.route.mayRepeat(new ConnectException(), true)).isFalse();
	}

	@Test
	void remembersWhereItHasBeen() throws Exception {
		assertThat(this.route.isNew(Masters.master(1))).isFalse();
		assertThat(this.route.isNew(Masters.master(2))).isTrue();
		this.route.redirected("//master2:5050/", true);
		assertThat(this.route.isNew(Masters.master(2))).isFalse();
	}

}
