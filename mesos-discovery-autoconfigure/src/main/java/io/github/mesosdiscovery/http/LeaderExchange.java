package io.github.mesosdiscovery.http;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/**
 * One request to the leading master, with the attempts that were made.
 */
final class LeaderExchange {

	static final int MAX_REDIRECTS = 5;

	private static final String BASE_AUTHORITY = URI.create(MesosLeader.BASE_URL).getRawAuthority();

	private final long start = System.nanoTime();

	private final Set<MesosMaster> visited = new HashSet<>();

	private final MesosMasterLocator locator;

	private final HttpMethod method;

	private final URI requested;

	private URI target;

	private int redirects;

	private boolean retried;

	/**
	 * Create an exchange.
	 * @throws IllegalArgumentException if the URI names a host. What a client adds to
	 * every request, such as credentials, is for the masters only
	 */
	LeaderExchange(MesosMasterLocator locator, HttpMethod method, URI requested) {
		if (!BASE_AUTHORITY.equals(requested.getRawAuthority())
				&& (requested.getScheme() != null || requested.getRawAuthority() != null)) {
			throw new IllegalArgumentException("The URI of a request to the leading Mesos master names a host. Use a "
					+ "path, such as '/state', or another client");
		}
		this.locator = locator;
		this.method = method;
		this.requested = requested;
		this.target = requested;
	}

	/**
	 * Return the URI of the request at the leader.
	 */
	URI target(MesosMaster leader) {
		return target(leader, this.requested);
	}

	Duration remaining(Duration waitForLeader) {
		Duration left = waitForLeader.minusNanos(System.nanoTime() - this.start);
		return left.isNegative() ? Duration.ZERO : left;
	}

	boolean canRetry(Throwable failure) {
		return !this.retried && RetryRule.allowsRetry(this.method, failure);
	}

	/**
	 * Return the URI of the retry at the current leader, or {@code null} if the request
	 * was sent to that master before.
	 */
	@Nullable URI retryTarget(MesosMaster leader) {
		this.retried = true;
		return this.visited.contains(leader) ? null : target(leader);
	}

	static boolean isRedirect(HttpStatusCode status) {
		return status.value() == 302 || status.value() == 307;
	}

	/**
	 * Return the URI that a redirect leads to, with the authority of the registered
	 * master's {@code uri()}.
	 * @param location the {@code Location} header
	 * @throws MasterRedirectException if the redirect must not be followed
	 */
	URI redirectTarget(@Nullable String location) throws MasterRedirectException {
		if (++this.redirects > MAX_REDIRECTS) {
			throw refused(location, "the request was redirected " + MAX_REDIRECTS + " times before");
		}
		if (location == null) {
			throw refused(null, "the header 'Location' is missing");
		}
		URI uri;
		try {
			uri = this.target.resolve(location);
		}
		catch (IllegalArgumentException ex) {
			throw refused(location, "it is not a valid URI");
		}
		return this.locator.masters()
			.stream()
			.filter((master) -> isAddressOf(master, uri))
			.findFirst()
			.map((master) -> target(master, uri))
			.orElseThrow(() -> refused(location, "no such master is registered"));
	}

	private URI target(MesosMaster master, URI uri) {
		this.visited.add(master);
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		this.target = URI.create(root(master.uri()) + (path.startsWith("/") ? "" : "/") + path + query);
		return this.target;
	}

	/**
	 * Return whether a URI has the scheme and one of the addresses of a master. They are
	 * compared as text: {@link URI} has no host if there is an underscore in it.
	 */
	private static boolean isAddressOf(MesosMaster master, URI uri) {
		String ip = (master.ip() != null && master.ip().contains(":")) ? "[" + master.ip() + "]" : master.ip();
		return master.uri().getScheme().equalsIgnoreCase(uri.getScheme())
				&& Stream.of(master.hostname() + ":" + master.port(), ip + ":" + master.port(), withPort(master.uri()))
					.anyMatch(withPort(uri)::equalsIgnoreCase);
	}

	/** A proxy in front of a master can leave the default port out. */
	private static String withPort(URI uri) {
		String authority = String.valueOf(uri.getRawAuthority());
		boolean hasPort = authority.matches(".*:\\d+");
		return hasPort ? authority : authority + ("https".equalsIgnoreCase(uri.getScheme()) ? ":443" : ":80");
	}

	private MasterRedirectException refused(@Nullable String location, String reason) {
		String printable = String.valueOf(location).replaceAll("[^\\x20-\\x7e]", "?");
		String shown = (printable.length() > 200) ? printable.substring(0, 200) + "..." : printable;
		return new MasterRedirectException("The Mesos master at " + root(this.target) + " redirects to '" + shown
				+ "', and nothing was sent there: " + reason);
	}

	private static String root(URI uri) {
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

}
