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
 * State of one request to the leading master: the masters that it was sent to, and the
 * URI that it is sent to next.
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
	 * Create the state of a request.
	 * @throws IllegalArgumentException if the URI names a host: what a client adds to
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
	URI to(MesosMaster leader) {
		return target(leader, this.requested);
	}

	Duration remaining(Duration waitForLeader) {
		Duration left = waitForLeader.minusNanos(System.nanoTime() - this.start);
		return left.isNegative() ? Duration.ZERO : left;
	}

	boolean mayRetry(Throwable failure) {
		return !this.retried && RetryRule.allowsRetry(this.method, failure);
	}

	/**
	 * Return the URI of the request at the new leader, or {@code null} if it was sent
	 * there already.
	 */
	@Nullable URI retry(MesosMaster leader) {
		this.retried = true;
		return this.visited.contains(leader) ? null : to(leader);
	}

	static boolean isRedirect(HttpStatusCode status) {
		return status.value() == 302 || status.value() == 307;
	}

	/**
	 * Return where a redirect leads: to a registered master, at the address that its
	 * {@code uri()} has.
	 * @param location the header of the response
	 * @throws MasterRedirectException if the redirect is not followed
	 */
	URI redirect(@Nullable String location) throws MasterRedirectException {
		if (++this.redirects > MAX_REDIRECTS) {
			throw refused(location, "that is one redirect too many, after " + MAX_REDIRECTS);
		}
		URI named = resolve(location);
		MesosMaster master = this.locator.masters()
			.stream()
			.filter((candidate) -> isAddressOf(candidate, named))
			.findFirst()
			.orElseThrow(() -> refused(location, "no such master is registered"));
		return target(master, named);
	}

	private URI target(MesosMaster master, URI uri) {
		this.visited.add(master);
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		this.target = URI.create(root(master.uri()) + (path.startsWith("/") ? "" : "/") + path + query);
		return this.target;
	}

	private URI resolve(@Nullable String location) throws MasterRedirectException {
		if (location == null) {
			throw refused(null, "the header 'Location' is missing");
		}
		try {
			return this.target.resolve(location);
		}
		catch (IllegalArgumentException ex) {
			throw refused(location, "that is no URI");
		}
	}

	/**
	 * Return whether a URI has the scheme of a master and one of its addresses. They are
	 * compared as text, because a host with an underscore is none to {@link URI}, and
	 * because names are not looked up.
	 */
	private static boolean isAddressOf(MesosMaster master, URI uri) {
		String ip = (master.ip() != null && master.ip().contains(":")) ? "[" + master.ip() + "]" : master.ip();
		return master.uri().getScheme().equalsIgnoreCase(uri.getScheme())
				&& Stream.of(master.hostname() + ":" + master.port(), ip + ":" + master.port(), authority(master.uri()))
					.anyMatch(authority(uri)::equalsIgnoreCase);
	}

	private static String authority(URI uri) {
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
