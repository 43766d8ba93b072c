package io.github.mesosdiscovery.codec;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where a master listens, out of the three places where it can have said so:
 * {@code address}, {@code pid}, and the fields that {@code address} superseded. An
 * address of zeros counts as none.
 *
 * @param ip the IP address, IPv6 without brackets
 * @param hostname the host name, or the IP address
 * @param port the TCP port
 */
record PublishedAddress(@Nullable String ip, String hostname, int port) {

	static PublishedAddress of(MasterInfo info) {
		Address address = info.getAddress();
		Upid pid = info.getPid().isEmpty() ? null : Upid.parse(info.getPid());
		String pidHost = (pid != null && !IpLiteral.isUnspecified(pid.host())) ? pid.host() : null;
		String addressIp = ip(address.getIp());
		String addressHostname = hostname("address.hostname", address.getHostname());
		String hostname = (addressHostname != null) ? addressHostname : hostname("hostname", info.getHostname());
		hostname = (hostname != null) ? hostname : pidHost;
		String ip = first(addressIp, literal(pidHost), literal(hostname));
		if (ip == null && addressHostname == null && pidHost == null && info.getIp() != 0) {
			ip = IpLiteral.fromInteger(info.getIp());
		}
		hostname = (hostname != null) ? hostname : ip;
		if (hostname == null) {
			throw new MasterDecodingException("there is no host in it, expected one in address, pid, hostname or ip");
		}
		return new PublishedAddress(ip, hostname, port(info, pid));
	}

	private static @Nullable String ip(String ip) {
		if (!ip.isEmpty() && !IpLiteral.isValid(ip)) {
			throw new MasterDecodingException(
					"address.ip is '" + EscapedText.of(ip) + "', expected an IPv4 or IPv6 address");
		}
		return (ip.isEmpty() || IpLiteral.isUnspecified(ip)) ? null : ip;
	}

	private static @Nullable String hostname(String field, String hostname) {
		if (!hostname.isEmpty() && !IpLiteral.isValid(hostname) && !HostName.isValid(hostname)) {
			throw new MasterDecodingException(
					field + " is '" + EscapedText.of(hostname) + "', expected a host name or an IP address");
		}
		return (hostname.isEmpty() || IpLiteral.isUnspecified(hostname)) ? null : hostname;
	}

	private static int port(MasterInfo info, @Nullable Upid pid) {
		if (info.getAddress().hasPort()) {
			return Port.check("address.port", info.getAddress().getPort());
		}
		return (pid != null) ? pid.port() : Port.check("port", Integer.toUnsignedLong(info.getPort()));
	}

	private static @Nullable String literal(@Nullable String host) {
		return (host != null && IpLiteral.isValid(host)) ? host : null;
	}

	private static @Nullable String first(@Nullable String... candidates) {
		for (String candidate : candidates) {
			if (candidate != null) {
				return candidate;
			}
		}
		return null;
	}

}
