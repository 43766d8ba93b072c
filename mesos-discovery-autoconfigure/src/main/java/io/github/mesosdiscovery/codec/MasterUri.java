package io.github.mesosdiscovery.codec;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Makes the URI of a master.
 *
 * @param scheme the scheme, {@code http} or {@code https}
 * @param preferred which host to take where there are two
 */
record MasterUri(String scheme, MasterHost preferred) {

	MasterUri {
		scheme = scheme.toLowerCase(Locale.ROOT);
		if (!scheme.equals("http") && !scheme.equals("https")) {
			throw new IllegalArgumentException("The scheme of the masters must be 'http' or 'https'");
		}
	}

	URI of(PublishedAddress address) {
		boolean hostnameFirst = this.preferred == MasterHost.HOSTNAME || address.ip() == null;
		URI uri = hostnameFirst ? uri(address.hostname(), address.port()) : null;
		uri = (uri != null || address.ip() == null) ? uri : uri(address.ip(), address.port());
		if (uri == null) {
			throw new MasterDecodingException("the host name '" + EscapedText.of(address.hostname())
					+ "' cannot stand in a URI and there is no IP address in its place; "
					+ "give the master an --ip, or a --hostname without underscores");
		}
		return uri;
	}

	/**
	 * Return the URI, or {@code null} if another host than the given one is in it.
	 */
	private @Nullable URI uri(String host, int port) {
		try {
			URI uri = new URI(this.scheme, null, host, port, null, null, null);
			return Host.withPort(host, port).equals(uri.getHost() + ":" + uri.getPort()) ? uri : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
