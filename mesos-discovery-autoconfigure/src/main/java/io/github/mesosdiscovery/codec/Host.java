package io.github.mesosdiscovery.codec;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The grammar of hosts and ports, for znodes and URLs: IP addresses, and host names of
 * RFC 1123 that can contain underscores, as container engines use them. No name is
 * resolved. Internal.
 */
public final class Host {

	/**
	 * The largest TCP port.
	 */
	public static final int MAX_PORT = 65535;

	private static final String LABEL = "(?!-)[0-9A-Za-z_-]{1,63}(?<!-)";

	private static final Pattern NAME = Pattern.compile("(?=.{1,253}\\.?$)(?:" + LABEL + "\\.)*" + LABEL + "\\.?");

	/** Some resolvers take a name with such a last label for an IPv4 address. */
	private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

	/**
	 * Docker names a container by 12 hexadecimal digits, of which one in 300 has no
	 * letter. An IPv4 address written as one number has at most 10 digits.
	 */
	private static final Pattern CONTAINER_ID = Pattern.compile("[1-9][0-9]{10,}\\.?");

	/** No leading zeros, because some programs read them as octal. */
	private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

	private static final Pattern IPV4 = Pattern.compile(BYTE + "\\." + BYTE + "\\." + BYTE + "\\." + BYTE);

	/** The characters of an IPv6 address. {@code java.net.URI} checks the rest. */
	private static final Pattern IPV6 = Pattern.compile("(?:[0-9A-Fa-f]{0,4}:){2,8}(?:[0-9A-Fa-f]{0,4}|" + IPV4 + ")");

	private static final Pattern ZEROS = Pattern.compile("[0.:]+");

	private Host() {
	}

	/**
	 * Return whether a text is an IP address or a host name.
	 */
	public static boolean isValid(String text) {
		return isAddress(text) || isName(text);
	}

	/**
	 * Return whether a text is an IPv4 address of four decimal numbers, or an IPv6
	 * address of RFC 4291 without brackets and scope.
	 */
	public static boolean isAddress(String text) {
		return isIpv4(text) || isIpv6(text);
	}

	/**
	 * Return whether a text is {@code 0.0.0.0} or {@code ::}, which libprocess publishes
	 * if it does not know its address.
	 */
	public static boolean isUnspecified(String text) {
		return ZEROS.matcher(text).matches() && isAddress(text);
	}

	/**
	 * Return whether the last label of a text is a decimal or hexadecimal number, which
	 * makes it an invalid host name.
	 */
	public static boolean endsInNumber(String text) {
		String lastLabel = text.substring(text.lastIndexOf('.', text.length() - 2) + 1);
		return NUMBER.matcher(lastLabel).matches();
	}

	/**
	 * Return whether a server can listen on a TCP port.
	 */
	public static boolean isPort(long port) {
		return port >= 1 && port <= MAX_PORT;
	}

	/**
	 * Return {@code host:port} with an IPv6 address in brackets.
	 */
	public static String withPort(String host, int port) {
		return (isIpv6(host) ? "[" + host + "]" : host) + ":" + port;
	}

	/**
	 * Return the URI of a server, or {@code null} if a URI does not allow the host, for
	 * example because of an underscore.
	 */
	public static @Nullable URI uri(String scheme, String host, int port) {
		String authority = withPort(host, port);
		try {
			URI uri = new URI(scheme + "://" + authority);
			return authority.equals(uri.getHost() + ":" + uri.getPort()) ? uri : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	static boolean isName(String text) {
		return NAME.matcher(text).matches() && (!endsInNumber(text) || CONTAINER_ID.matcher(text).matches());
	}

	static boolean isIpv4(String text) {
		return IPV4.matcher(text).matches();
	}

	static boolean isIpv6(String text) {
		if (!IPV6.matcher(text).matches()) {
			return false;
		}
		try {
			return new URI("http://[" + text + "]").getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Return the address that Mesos publishes as an integer: its bytes in the memory of a
	 * little-endian machine (MESOS-1201).
	 */
	static String fromInteger(int ip) {
		return (ip & 0xFF) + "." + (ip >>> 8 & 0xFF) + "." + (ip >>> 16 & 0xFF) + "." + (ip >>> 24);
	}

	static int toInteger(String ipv4) {
		int ip = 0;
		for (String part : ipv4.split("\\.")) {
			ip = ip >>> 8 | Integer.parseInt(part) << 24;
		}
		return ip;
	}

}
