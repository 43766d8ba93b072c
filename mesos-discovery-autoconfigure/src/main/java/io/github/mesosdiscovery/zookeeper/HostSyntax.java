package io.github.mesosdiscovery.zookeeper;

import java.util.regex.Pattern;

/**
 * Which texts are hosts: names of RFC 1123 and, since container platforms use them, with
 * underscores; IPv4 in four decimal numbers; IPv6. Nothing is resolved.
 */
final class HostSyntax {

	private static final int MAX_NAME = 253;

	private static final Pattern NAME = Pattern.compile(
			"(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)*[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.?");

	/** Some resolvers take these for numbers in an octal, hexadecimal or short form. */
	private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

	private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

	private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

	private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

	private static final int GROUPS = 8;

	private HostSyntax() {
	}

	static void check(String host) {
		if (host.isEmpty()) {
			throw new HostPort.Invalid("has no host");
		}
		if (host.indexOf(':') >= 0) {
			if (!isIpv6(host)) {
				throw new HostPort.Invalid("is not a valid IPv6 address");
			}
		}
		else if (NUMERIC.matcher(host).matches()) {
			if (!IPV4.matcher(host).matches()) {
				throw new HostPort.Invalid("ends in a number and is not a valid IPv4 address");
			}
		}
		else if (host.length() > MAX_NAME || !NAME.matcher(host).matches()) {
			throw new HostPort.Invalid("has a host with characters or a length that no host name has");
		}
	}

	private static boolean isIpv6(String host) {
		int gap = host.indexOf("::");
		if (gap < 0) {
			return groups(host, true) == GROUPS;
		}
		int before = groups(host.substring(0, gap), false);
		int after = groups(host.substring(gap + 2), true);
		return before >= 0 && after >= 0 && before + after < GROUPS;
	}

	/**
	 * Count groups.
	 * @param text groups between colons
	 * @param ipv4 whether an IPv4 address may be the end, for two groups
	 * @return their number, or -1 if one is not valid
	 */
	private static int groups(String text, boolean ipv4) {
		if (text.isEmpty()) {
			return 0;
		}
		int count = 0;
		String[] groups = text.split(":", -1);
		for (int i = 0; i < groups.length; i++) {
			if (GROUP.matcher(groups[i]).matches()) {
				count++;
			}
			else if (ipv4 && i == groups.length - 1 && IPV4.matcher(groups[i]).matches()) {
				count += 2;
			}
			else {
				return -1;
			}
		}
		return count;
	}

}
