package io.github.mesosdiscovery.url;

import java.util.regex.Pattern;

import io.github.mesosdiscovery.codec.Host;

/**
 * A host and a TCP port.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port the port, from 1 to 65535
 */
record HostPort(String host, int port) {

	private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

	private static final int MAX_PORT = 65535;

	HostPort {
		if (!Host.isValid(host)) {
			throw new Invalid(mistake(host));
		}
		if (port < 1 || port > MAX_PORT) {
			throw new Invalid("has a port that is not from 1 to " + MAX_PORT);
		}
	}

	@Override
	public String toString() {
		return Host.withPort(this.host, this.port);
	}

	/**
	 * Parse {@code host:port}. An IPv6 address without brackets needs a port.
	 * @param text the text
	 * @param defaultPort the port when there is none, or 0 when there must be one
	 * @return host and port
	 * @throws Invalid if it is something else
	 */
	static HostPort parse(String text, int defaultPort) {
		if (text.startsWith("[")) {
			int end = text.indexOf(']');
			int colon = text.indexOf(':');
			if (colon < 0 || colon > end || (end + 1 < text.length() && text.charAt(end + 1) != ':')) {
				throw new Invalid("is no IPv6 address in brackets, as [::1]:2181");
			}
			return new HostPort(text.substring(1, end), parsePort(text.substring(end + 1), defaultPort));
		}
		// The port follows the last colon, for ZooKeeper's C client and libprocess too.
		int colon = text.lastIndexOf(':');
		if (colon != text.indexOf(':') && !Host.isAddress(text.substring(0, colon))) {
			throw new Invalid("has more than one colon and is not an IPv6 address with a port, such as [::1]:2181; "
					+ "credentials end with an @");
		}
		return (colon < 0) ? new HostPort(text, parsePort("", defaultPort))
				: new HostPort(text.substring(0, colon), parsePort(text.substring(colon), defaultPort));
	}

	private static int parsePort(String text, int defaultPort) {
		if (text.isEmpty()) {
			if (defaultPort == 0) {
				throw new Invalid("has no port");
			}
			return defaultPort;
		}
		String digits = text.substring(1);
		if (!PORT.matcher(digits).matches()) {
			boolean foreign = digits.chars().anyMatch((c) -> c > '9' && Character.isDigit(c));
			throw new Invalid(foreign ? "has a port in other digits than 0 to 9"
					: "has a port that is not a number from 1 to " + MAX_PORT);
		}
		return Integer.parseInt(digits);
	}

	private static String mistake(String host) {
		if (host.isEmpty()) {
			return "has no host";
		}
		if (host.indexOf(':') >= 0) {
			return "is not a valid IPv6 address";
		}
		return Host.endsInNumber(host) ? "ends in a number and is not a valid IPv4 address"
				: "has a host with characters or a length that no host name has";
	}

	/**
	 * What is wrong with it, to be read after the name of the thing. It quotes nothing.
	 */
	static final class Invalid extends RuntimeException {

		Invalid(String message) {
			super(message);
		}

	}

}
