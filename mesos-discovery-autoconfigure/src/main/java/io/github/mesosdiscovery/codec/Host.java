package io.github.mesosdiscovery.codec;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one grammar of hosts, for znodes and URLs: IP addresses, and host names of RFC 1123
 * with underscores, which container engines use. No name is resolved: {@code InetAddress}
 * would resolve what it cannot parse, and accepts {@code 127.1}. Internal.
 */
public final class Host {

	private static final int MAX_LENGTH = 253;

	private static final Pattern NAME = Pattern
		.compile("(?:(?!-)[0-9A-Za-z_-]{1,63}(?<!-)\\.)*(?!-)[0-9A-Za-z_-]{1,63}(?<!-)\\.?");

	/** Some resolvers take such a name for an IPv4 address. */
	private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

	/**
	 * Docker names a container by 12 hexadecimal digits, of which one in 300 has no
	 * letter. The largest number of 32 bits has 10 digits.
	 */
	private static final Pattern CONTAINER_ID = Pattern.compile("[1-9][0-9]{10,}\\.?");

	private static final Pattern ZEROS = Pattern.compile("[0.:]+");

	private static final int IPV4_NUMBERS = 4;

	private static final int IPV6_GROUPS = 8;

	private Host() {
	}

	/**
	 * Return whether text is an IP address or a host name.
	 * @param text any text
	 * @return whether it is a host
	 */
	public static boolean isValid(String text) {
		return isAddress(text) || isName(text);
	}

	/**
	 * Return whether text is an IPv4 address of four decimal numbers, or an IPv6 address
	 * of RFC 4291 without brackets and scope.
	 * @param text any text
	 * @return whether it is an IP address
	 */
	public static boolean isAddress(String text) {
		return ipv4(text) != null || isIpv6(text);
	}

	/**
	 * Return whether text is {@code 0.0.0.0} or {@code ::}, by which libprocess says that
	 * it knows no address.
	 * @param text any text
	 * @return whether it is an address of zeros
	 */
	public static boolean isUnspecified(String text) {
		return ZEROS.matcher(text).matches() && isAddress(text);
	}

	/**
	 * Return whether text is no host name because it ends in a number.
	 * @param text any text
	 * @return whether its last label is a decimal or hexadecimal number
	 */
	public static boolean endsInNumber(String text) {
		return ENDS_IN_NUMBER.matcher(text).matches();
	}

	/**
	 * Return host and port as they stand in a URI.
	 * @param host a host
	 * @param port a port
	 * @return both, with an IPv6 address in brackets
	 */
	public static String withPort(String host, int port) {
		return (isIpv6(host) ? "[" + host + "]" : host) + ":" + port;
	}

	static boolean isName(String text) {
		return text.length() <= (text.endsWith(".") ? MAX_LENGTH + 1 : MAX_LENGTH) && NAME.matcher(text).matches()
				&& (!endsInNumber(text) || CONTAINER_ID.matcher(text).matches());
	}

	static boolean isIpv6(String text) {
		int gap = text.indexOf("::");
		if (gap < 0) {
			return groups(text, true) == IPV6_GROUPS;
		}
		int before = (gap > 0) ? groups(text.substring(0, gap), false) : 0;
		int after = (gap + 2 < text.length()) ? groups(text.substring(gap + 2), true) : 0;
		return before >= 0 && after >= 0 && before + after < IPV6_GROUPS;
	}

	/**
	 * Return the address that Mesos put into an integer: the bytes as they lie in the
	 * memory of a little-endian machine (MESOS-1201).
	 */
	static String fromInteger(int ip) {
		return (ip & 0xFF) + "." + (ip >>> 8 & 0xFF) + "." + (ip >>> 16 & 0xFF) + "." + (ip >>> 24);
	}

	/**
	 * Return the integer of an address, or 0 if it is not an IPv4 address.
	 */
	static int toInteger(String text) {
		Integer ip = ipv4(text);
		return (ip != null) ? ip : 0;
	}

	private static @Nullable Integer ipv4(String text) {
		String[] numbers = text.split("\\.", IPV4_NUMBERS);
		int ip = 0;
		for (int i = 0; i < IPV4_NUMBERS; i++) {
			int number = (i < numbers.length) ? Digits.parse(numbers[i], 3, 10) : -1;
			// A leading zero would be octal to some readers.
			if (number < 0 || number > 255 || (numbers[i].length() > 1 && numbers[i].startsWith("0"))) {
				return null;
			}
			ip |= number << 8 * i;
		}
		return ip;
	}

	/**
	 * The number of groups of two bytes, or -1 if something else is between the colons.
	 */
	private static int groups(String text, boolean last) {
		String[] groups = text.split(":", IPV6_GROUPS + 1);
		int count = groups.length;
		for (int i = 0; i < groups.length; i++) {
			if (Digits.parse(groups[i], 4, 16) < 0) {
				if (!last || i < groups.length - 1 || ipv4(groups[i]) == null) {
					return -1;
				}
				count++;
			}
		}
		return count;
	}

}
