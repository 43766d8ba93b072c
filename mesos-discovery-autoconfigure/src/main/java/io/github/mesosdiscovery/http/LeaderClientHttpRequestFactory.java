package io.github.mesosdiscovery.http;

import java.net.URI;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Makes requests that go to the leading Mesos master, for a {@code RestClient}.
 * <p>
 * Their URIs have a path, and no host. The leader is looked up when a request is
 * executed. A redirect, 302 or 307, is followed to a registered master only, with the
 * method and the body that the request has. A request whose connection was not made, or
 * broke, is sent once more if another master leads by then and it does no harm: always
 * where there was no connection, and for idempotent methods where it broke. Neither
 * requests nor responses are buffered here.
 * <p>
 * As safe for use by several threads as the factory that it stands on.
 */
public final class LeaderClientHttpRequestFactory implements ClientHttpRequestFactory {

	private final LeaderLookup lookup;

	private final ClientHttpRequestFactory delegate;

	/**
	 * Create a new factory.
	 * @param lookup tells which master leads
	 * @param delegate makes the requests to the masters; it must not follow redirects
	 * itself
	 */
	public LeaderClientHttpRequestFactory(LeaderLookup lookup, ClientHttpRequestFactory delegate) {
		this.lookup = lookup;
		this.delegate = delegate;
	}

	/**
	 * Create a request to the leader.
	 * @param uri path and query
	 * @param method the method
	 * @return a request; without a leader its execution ends with a
	 * {@link io.github.mesosdiscovery.NoLeadingMasterException}
	 * @throws IllegalArgumentException if the URI names a host
	 */
	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		MasterUris.requirePath(uri);
		return new LeaderClientHttpRequest(this.lookup, this.delegate, uri, method);
	}

}
