package io.github.mesosdiscovery.zookeeper;

import java.util.regex.Pattern;

import io.github.mesosdiscovery.codec.HostName;
import io.github.mesosdiscovery.codec.IpLiteral;

/**
 * Says what is wrong with a host in a URL. What a host is, the same classes say for URLs
 * and znodes.
 */
final class HostSyntax {

	private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

	private HostSyntax() {
	}

	static void check(String host) {
		if (IpLiteral.isValid(host) || HostName.isValid(host)) {
			return;
		}
		if (host.isEmpty()) {
			throw new HostPort.Invalid("has no host");
		}
		if (host.indexOf(':') >= 0) {
			throw new HostPort.Invalid("is not a valid IPv6 address");
		}
		if (NUMERIC.matcher(host).matches()) {
			throw new HostPort.Invalid("ends in a number and is not a valid IPv4 address");
		}
		throw new HostPort.Invalid("has a host with characters or a length that no host name has");
	}

}
