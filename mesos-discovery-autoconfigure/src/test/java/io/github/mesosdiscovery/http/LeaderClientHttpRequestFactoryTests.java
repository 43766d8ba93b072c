package io.github.mesosdiscovery.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.http.StubMaster.Received;
import org.junit.jupiter.api.Test;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LeaderClientHttpRequestFactory}, for what a RestClient does not do.
 */
class LeaderClientHttpRequestFactoryTests extends AbstractLeaderTests {

	private final LeaderClientHttpRequestFactory factory = new LeaderClientHttpRequestFactory(this.lookup,
			ClientHttpRequestFactoryBuilder.jdk().build(LeaderCaller.SETTINGS));

	@Test
	void leaderIsLookedUpWhenTheRequestIsExecuted() throws Exception {
		ClientHttpRequest request = this.factory.createRequest(URI.create("/a"), HttpMethod.GET);
		assertThat(request.getURI()).isEqualTo(URI.create("/a"));
		assertThat(request.getMethod()).isEqualTo(HttpMethod.GET);
		this.locator.set(Masters.connected(this.second.master()));
		request.execute().close();
		assertThat(this.second.received()).hasSize(1);
		assertThatIllegalStateException().isThrownBy(request::execute);
	}

	@Test
	void requestWithoutLeaderCanBeExecutedLater() throws Exception {
		ClientHttpRequest request = this.factory.createRequest(URI.create("/a"), HttpMethod.GET);
		this.locator.set(Masters.connected());
		assertThatExceptionOfType(NoLeadingMasterException.class).isThrownBy(request::execute);
		this.locator.set(Masters.connected(this.first.master()));
		request.execute().close();
		assertThat(this.first.received()).hasSize(1);
	}

	@Test
	void bodyThatIsWrittenAndNotStreamedCanBeSentAgain() throws Exception {
		this.first.redirects(307, "//localhost:" + this.second.port() + "/a");
		ClientHttpRequest request = this.factory.createRequest(URI.create("/a"), HttpMethod.POST);
		request.getBody().write("te".getBytes(StandardCharsets.UTF_8));
		request.getBody().write("xt".getBytes(StandardCharsets.UTF_8));
		request.execute().close();
		assertThat(this.first.received()).containsExactly(new Received("POST", "/a", null, "text"));
		assertThat(this.second.received()).containsExactly(new Received("POST", "/a", null, "text"));
	}

	@Test
	void libraryThatCannotStreamGetsTheBody() throws Exception {
		MockClientHttpRequest mock = new MockClientHttpRequest();
		MockClientHttpResponse answer = new MockClientHttpResponse();
		mock.setResponse(answer);
		ClientHttpRequestFactory mocks = (uri, method) -> mock;
		ClientHttpRequest request = new LeaderClientHttpRequestFactory(this.lookup, mocks)
			.createRequest(URI.create("/a"), HttpMethod.POST);
		request.getHeaders().set("X", "y");
		request.getAttributes().put("a", "b");
		request.getBody().write("text".getBytes(StandardCharsets.UTF_8));
		ClientHttpResponse response = request.execute();
		assertThat(response).isSameAs(answer);
		assertThat(mock.getBodyAsString()).isEqualTo("text");
		assertThat(mock.getHeaders().getFirst("X")).isEqualTo("y");
		assertThat(mock.getAttributes()).containsEntry("a", "b");
	}

}
