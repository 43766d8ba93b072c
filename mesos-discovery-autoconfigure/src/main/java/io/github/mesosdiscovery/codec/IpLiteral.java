package io.github.mesosdiscovery.codec;

import org.jspecify.annotations.Nullable;

/**
 * IP addresses as text, without any look-up: {@code InetAddress} asks the name service
 * for what it cannot parse, and takes {@code 127.1}. Internal: the one grammar for znodes
 * and URLs.
 */
public final class IpLiteral {

	private static final int IPV4_LENGTH = 4;

	private static final int IPV6_LENGTH = 16;

	private IpLiteral() {
	}

	/**
	 * Return whether text is an IPv4 address of four decimal numbers, or an IPv6 address
	 * of RFC 4291 without brackets and scope.
	 * @param text any text
	 * @return whether it is an IP address
	 */
	public static boolean isValid(String text) {
		return ipv4(text) != null || isIpv6(text);
	}

	static boolean isIpv6(String text) {
		return ipv6(text) != null;
	}

	/**
	 * Return whether text is {@code 0.0.0.0} or {@code ::}, by which libprocess says that
	 * it knows no address.
	 */
	static boolean isUnspecified(String text) {
		byte[] address = ipv4(text);
		address = (address != null) ? address : ipv6(text);
		if (address == null) {
			return false;
		}
		for (byte part : address) {
			if (part != 0) {
				return false;
			}
		}
		return true;
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
		byte[] ip = ipv4(text);
		return (ip != null) ? (ip[0] & 0xFF) | (ip[1] & 0xFF) << 8 | (ip[2] & 0xFF) << 16 | (ip[3] & 0xFF) << 24 : 0;
	}

	private static byte @Nullable [] ipv4(String text) {
		byte[] address = new byte[IPV4_LENGTH];
		int start = 0;
		for (int i = 0; i < IPV4_LENGTH; i++) {
			int end = (i < IPV4_LENGTH - 1) ? text.indexOf('.', start) : text.length();
			int number = (end < 0) ? -1 : Digits.parse(text.substring(start, end), 3, 10);
			// A leading zero would be octal to some readers.
			if (number < 0 || number > 255 || (end - start > 1 && text.charAt(start) == '0')) {
				return null;
			}
			address[i] = (byte) number;
			start = end + 1;
		}
		return address;
	}

	private static byte @Nullable [] ipv6(String text) {
		byte[] address = new byte[IPV6_LENGTH];
		int filled = 0;
		int gap = text.startsWith("::") ? 0 : -1;
		int start = (gap == 0) ? 2 : 0;
		while (start < text.length()) {
			int end = text.indexOf(':', start);
			byte[] group = (end < 0) ? lastGroup(text.substring(start)) : group(text.substring(start, end));
			if (group == null || filled + group.length > IPV6_LENGTH) {
				return null;
			}
			System.arraycopy(group, 0, address, filled, group.length);
			filled += group.length;
			if (end < 0) {
				break;
			}
			start = end + 1;
			if (start < text.length() && text.charAt(start) == ':' && gap < 0) {
				gap = filled;
				start++;
			}
			else if (start == text.length()) {
				return null;
			}
		}
		if (gap < 0) {
			return (filled == IPV6_LENGTH) ? address : null;
		}
		return (filled < IPV6_LENGTH) ? widened(address, gap, filled) : null;
	}

	private static byte[] widened(byte[] address, int gap, int filled) {
		byte[] wide = new byte[IPV6_LENGTH];
		System.arraycopy(address, 0, wide, 0, gap);
		System.arraycopy(address, gap, wide, IPV6_LENGTH - (filled - gap), filled - gap);
		return wide;
	}

	private static byte @Nullable [] lastGroup(String text) {
		return (text.indexOf('.') >= 0) ? ipv4(text) : group(text);
	}

	private static byte @Nullable [] group(String text) {
		int number = Digits.parse(text, 4, 16);
		return (number >= 0) ? new byte[] { (byte) (number >>> 8), (byte) number } : null;
	}

}
