package io.github.mesosdiscovery.http;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;

/**
 * Puts the URI of a request and that of a master together, and finds the master in a URI.
 */
final class MasterUris {

	private MasterUris() {
	}

	/**
	 * Refuse a URI that says itself where it leads: what a client adds to every request,
	 * as credentials, is for the masters only.
	 */
	static void requirePath(URI uri) {
		if (uri.getScheme() != null || uri.getRawAuthority() != null) {
			throw new IllegalArgumentException("This client sends to the leading Mesos master only, but "
					+ Quoted.text(uri.toString()) + " names a host. Give the path alone, or use another client");
		}
	}

	/**
	 * Return the place on a master that the path and the query of a URI name.
	 */
	static URI at(MesosMaster master, URI uri) {
		String path = Objects.requireNonNullElse(uri.getRawPath(), "");
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		return URI.create(master.uri().getScheme() + "://" + master.uri().getRawAuthority()
				+ (path.startsWith("/") ? "" : "/") + path + query);
	}

	/**
	 * Return whether a URI leads to a master, by whichever of its names. They are
	 * compared as text: nothing is looked up.
	 */
	static boolean leadsTo(MesosMaster master, URI uri) {
		String host = uri.getHost();
		if (host == null || uri.getRawUserInfo() != null
				|| !master.uri().getScheme().equalsIgnoreCase(uri.getScheme())) {
			return false;
		}
		String name = withoutBrackets(host);
		boolean published = port(uri) == master.port()
				&& Stream.of(master.hostname(), master.ip()).anyMatch((own) -> name.equalsIgnoreCase(own));
		return published || (port(uri) == port(master.uri()) && host.equalsIgnoreCase(master.uri().getHost()));
	}

	private static String withoutBrackets(String host) {
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	private static int port(URI uri) {
		return (uri.getPort() >= 0) ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

}
