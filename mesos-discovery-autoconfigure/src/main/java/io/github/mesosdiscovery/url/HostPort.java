package io.github.mesosdiscovery.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.codec.Host;
import org.jspecify.annotations.Nullable;

/**
 * A host and a TCP port.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port the port, from 1 to 65535
 */
record HostPort(String host, int port) {

	private static final Pattern IPV6 = Pattern.compile("\\[(?<host>[^\\]:]*:[^\\]]*)](?::(?<port>.*))?");

	private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

	@Override
	public String toString() {
		return Host.withPort(this.host, this.port);
	}

	/**
	 * Parse {@code host:port}. An IPv6 address without brackets must be followed by a
	 * port.
	 * @param text the text
	 * @param defaultPort the port to use if there is none, or 0 if a port is required
	 * @return host and port
	 * @throws Invalid if the text is not valid
	 */
	static HostPort parse(String text, int defaultPort) {
		Matcher ipv6 = IPV6.matcher(text);
		if (ipv6.matches()) {
			return of(ipv6.group("host"), ipv6.group("port"), defaultPort);
		}
		if (text.startsWith("[")) {
			throw new Invalid("is not an IPv6 address in brackets, such as [::1]:2181");
		}
		// ZooKeeper's C client and libprocess also take the last colon.
		int colon = text.lastIndexOf(':');
		if (colon < 0) {
			return of(text, null, defaultPort);
		}
		String host = text.substring(0, colon);
		if (host.contains(":") && !Host.isAddress(host)) {
			throw new Invalid("has more than one colon and is not an IPv6 address with a port, such as [::1]:2181; "
					+ "credentials end with an @");
		}
		return of(host, text.substring(colon + 1), defaultPort);
	}

	private static HostPort of(String host, @Nullable String port, int defaultPort) {
		if (!Host.isValid(host)) {
			throw new Invalid(describeInvalid(host));
		}
		if (port == null && defaultPort == 0) {
			throw new Invalid("has no port");
		}
		if (port == null) {
			return new HostPort(host, defaultPort);
		}
		if (!PORT.matcher(port).matches() || !Host.isPort(Integer.parseInt(port))) {
			throw new Invalid("has a port that is not a number from 1 to " + Host.MAX_PORT);
		}
		return new HostPort(host, Integer.parseInt(port));
	}

	private static String describeInvalid(String host) {
		if (host.isEmpty()) {
			return "has no host";
		}
		if (host.contains(":")) {
			return "is not a valid IPv6 address";
		}
		return Host.endsInNumber(host) ? "ends in a number and is not a valid IPv4 address"
				: "has a host name with an invalid character or length";
	}

	/**
	 * What is wrong with a host and port, as a predicate without any part of the text.
	 */
	static final class Invalid extends RuntimeException {

		Invalid(String message) {
			super(message);
		}

	}

}
