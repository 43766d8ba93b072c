package io.github.mesosdiscovery.codec;

/**
 * The address of a libprocess actor, as {@code master@10.0.0.1:5050}. Unlike libprocess
 * this takes IPv6 addresses, in brackets, and lets nothing follow the port.
 *
 * @param host a host name or an IP address, IPv6 without brackets
 * @param port the TCP port
 */
record Upid(String host, int port) {

	private static final String ID = "master";

	private static final int MAX_PORT_DIGITS = 5;

	/**
	 * Read the UPID of a master.
	 * @param text the UPID
	 * @return the UPID
	 * @throws MasterDecodingException if it is no UPID, or the id is not {@code master}
	 */
	static Upid parse(String text) {
		int at = text.indexOf('@');
		int colon = text.lastIndexOf(':');
		if (at < 0 || colon < at) {
			throw refused(text, "");
		}
		String id = text.substring(0, at);
		if (id.startsWith("log-replica")) {
			throw refused(text, ". That is a replica of the log: the path seems to end in /log_replicas, "
					+ "and the masters are one level above it");
		}
		int port = Digits.parse(text.substring(colon + 1), MAX_PORT_DIGITS, 10);
		if (!id.equals(ID) || port < 0) {
			throw refused(text, "");
		}
		return new Upid(host(text, text.substring(at + 1, colon)), Port.check("The port of the pid", port));
	}

	/**
	 * Return the text of the UPID that a master has at an address.
	 */
	static String of(String host, int port) {
		return ID + "@" + Host.withPort(host, port);
	}

	private static String host(String text, String host) {
		if (host.startsWith("[") && host.endsWith("]")) {
			String ip = host.substring(1, host.length() - 1);
			if (Host.isIpv6(ip)) {
				return ip;
			}
		}
		else if (!Host.isIpv6(host) && Host.isValid(host)) {
			return host;
		}
		throw refused(text, "");
	}

	private static MasterDecodingException refused(String text, String hint) {
		return new MasterDecodingException(
				"'" + EscapedText.of(text) + "' is not the pid of a master, expected master@<host>:<port>" + hint);
	}

}
