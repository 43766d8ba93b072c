package io.github.mesosdiscovery.codec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a master's libprocess actor, for example {@code master@10.0.0.1:5050}.
 * Unlike libprocess, IPv6 addresses in brackets are accepted and nothing may follow the
 * port.
 *
 * @param host a host name or an IP address, IPv6 without brackets
 * @param port the TCP port
 */
record Upid(String host, int port) {

	static final String EXPECTED = "master@<host>:<port>";

	private static final Pattern UPID = Pattern
		.compile("master@(?:\\[(?<ipv6>[^\\[\\]]*)]|(?<host>[^\\[\\]]*)):(?<port>[0-9]{1,5})");

	static Optional<Upid> parse(String text) {
		Matcher matcher = UPID.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String ipv6 = matcher.group("ipv6");
		String host = (ipv6 != null) ? ipv6 : matcher.group("host");
		int port = Integer.parseInt(matcher.group("port"));
		boolean valid = Host.isPort(port) && Host.isValid(host) && Host.isIpv6(host) == (ipv6 != null);
		return valid ? Optional.of(new Upid(host, port)) : Optional.empty();
	}

}
