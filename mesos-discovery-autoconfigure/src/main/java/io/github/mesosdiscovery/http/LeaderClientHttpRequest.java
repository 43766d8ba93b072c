package io.github.mesosdiscovery.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A request to the leader: one request of the library below for each master that it has
 * to go to.
 */
final class LeaderClientHttpRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {

	private final LeaderLookup lookup;

	private final ClientHttpRequestFactory delegate;

	private final URI uri;

	private final HttpMethod method;

	private @Nullable Body body;

	/** The body as the last exchange has it. */
	private @Nullable SentBody sent;

	private @Nullable ByteArrayOutputStream kept;

	LeaderClientHttpRequest(LeaderLookup lookup, ClientHttpRequestFactory delegate, URI uri, HttpMethod method) {
		this.lookup = lookup;
		this.delegate = delegate;
		this.uri = uri;
		this.method = method;
	}

	@Override
	public HttpMethod getMethod() {
		return this.method;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	public void setBody(Body body) {
		assertNotExecuted();
		this.body = body;
	}

	/**
	 * For who cannot stream: what is written here is kept, and can be sent again.
	 */
	@Override
	protected OutputStream getBodyInternal(HttpHeaders headers) throws IOException {
		if (this.kept == null) {
			this.kept = new ByteArrayOutputStream();
		}
		return this.kept;
	}

	@Override
	protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
		if (this.kept != null) {
			setBody(this.kept.toByteArray());
		}
		long start = System.nanoTime();
		Route route = new Route(this.lookup.locator(), this.method, this.uri);
		URI target = route.to(this.lookup.await(start));
		while (true) {
			ClientHttpResponse response;
			try {
				response = send(target, headers);
			}
			catch (IOException ex) {
				target = route.repeat(newLeader(route, start, ex));
				continue;
			}
			if (!Route.isRedirect(response.getStatusCode())) {
				return response;
			}
			try (response) {
				target = route.redirected(response.getHeaders().getFirst(HttpHeaders.LOCATION), takeBodyBack());
			}
		}
	}

	private ClientHttpResponse send(URI target, HttpHeaders headers) throws IOException {
		ClientHttpRequest request = this.delegate.createRequest(target, this.method);
		request.getHeaders().addAll(headers);
		request.getAttributes().putAll(getAttributes());
		SentBody body = (this.body != null) ? new SentBody(this.body) : null;
		this.sent = body;
		if (body != null && request instanceof StreamingHttpOutputMessage streaming) {
			streaming.setBody(body);
		}
		else if (body != null) {
			body.writeTo(request.getBody());
		}
		return request.execute();
	}

	/**
	 * Returns the leader to repeat a failed request at, or throws the failure again.
	 */
	private MesosMaster newLeader(Route route, long start, IOException failure) throws IOException {
		if (route.mayRepeat(failure, takeBodyBack())) {
			try {
				MesosMaster leader = this.lookup.await(start);
				if (route.isNew(leader)) {
					return leader;
				}
			}
			catch (NoLeadingMasterException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	/**
	 * Called once the exchange has ended: whether its body can go to another master.
	 */
	private boolean takeBodyBack() {
		return this.sent == null || this.sent.takeBack();
	}

}
