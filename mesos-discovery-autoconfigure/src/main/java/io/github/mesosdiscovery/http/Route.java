package io.github.mesosdiscovery.http;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/**
 * The way of one request: from the leader, over redirects, to the master that answers it.
 * Used by one exchange after the other.
 */
final class Route {

	static final int MOST_REDIRECTS = 5;

	private final MesosMasterLocator locator;

	private final HttpMethod method;

	private final URI requested;

	private final Set<MesosMaster> visited = new HashSet<>();

	private int redirects;

	private boolean repeated;

	private URI target;

	/**
	 * Create the way of a request.
	 * @param locator knows the masters
	 * @param method the request's method
	 * @param requested the request's path and query
	 */
	Route(MesosMasterLocator locator, HttpMethod method, URI requested) {
		this.locator = locator;
		this.method = method;
		this.requested = requested;
		this.target = requested;
	}

	/**
	 * Return where on a master the request goes first, or goes again.
	 */
	URI to(MesosMaster leader) {
		return go(leader, this.requested);
	}

	static boolean isRedirect(HttpStatusCode status) {
		return status.value() == 302 || status.value() == 307;
	}

	/**
	 * Return where a redirect leads. It tells which master to ask; where that one is, is
	 * what it has published.
	 * @param location what the header says
	 * @param repeatable whether the request's body can be sent again
	 * @throws MasterRedirectException if it is not followed
	 */
	URI redirected(@Nullable String location, boolean repeatable) throws MasterRedirectException {
		if (!repeatable) {
			throw refused(location, "the body of the request cannot be sent again");
		}
		if (++this.redirects > MOST_REDIRECTS) {
			throw refused(location, "that is one redirect too many, after " + MOST_REDIRECTS);
		}
		URI named = resolve(location);
		MesosMaster master = this.locator.masters()
			.stream()
			.filter((candidate) -> MasterUris.leadsTo(candidate, named))
			.findFirst()
			.orElseThrow(() -> refused(location, "no such master is registered"));
		return go(master, named);
	}

	/**
	 * Return whether the request may be sent once more, to a leader that it
	 * {@linkplain #isNew has not been to}.
	 * @param failure how the last exchange ended
	 * @param repeatable whether the request's body can be sent again
	 */
	boolean mayRepeat(Throwable failure, boolean repeatable) {
		return !this.repeated && repeatable && FailedExchange.of(failure).allowsRepetition(this.method);
	}

	boolean isNew(MesosMaster leader) {
		return !this.visited.contains(leader);
	}

	URI repeat(MesosMaster leader) {
		this.repeated = true;
		return to(leader);
	}

	private URI go(MesosMaster master, URI uri) {
		this.visited.add(master);
		this.target = MasterUris.at(master, uri);
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

	private MasterRedirectException refused(@Nullable String location, String reason) {
		return new MasterRedirectException("The Mesos master at " + this.target.getScheme() + "://"
				+ this.target.getRawAuthority() + " redirects to " + Quoted.text(String.valueOf(location))
				+ ", and nothing was sent there: " + reason);
	}

}
