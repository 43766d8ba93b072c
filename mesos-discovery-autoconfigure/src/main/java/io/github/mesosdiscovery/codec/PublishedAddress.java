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

	/**
	 * Choose where a master listens.
	 * @param fields what the master published
	 * @throws MasterDecodingException if there is no valid host or no valid port
	 */
	static PublishedAddress of(MasterInfoFields fields) {
		MasterInfo info = fields.usable();
		Address address = info.getAddress();
		Upid pid = info.getPid().isEmpty() ? null : Upid.parse(info.getPid());
		String pidHost = (pid != null) ? specified(pid.host()) : null;
		String addressIp = specified(address.getIp());
		String addressHostname = specified(address.getHostname());
		String hostname = first(addressHostname, specified(info.getHostname()), pidHost);
		String ip = first(addressIp, literal(pidHost), literal(hostname));
		if (ip == null && addressHostname == null && pidHost == null && info.getIp() != 0) {
			ip = Host.fromInteger(info.getIp());
		}
		hostname = (hostname != null) ? hostname : ip;
		if (hostname == null) {
			throw new MasterDecodingException(
					"there is no host in it, expected one in address, pid, hostname or ip" + fields.reasons());
		}
		return new PublishedAddress(ip, hostname, port(fields, pid));
	}

	private static int port(MasterInfoFields fields, @Nullable Upid pid) {
		MasterInfo info = fields.usable();
		if (info.getAddress().hasPort()) {
			return info.getAddress().getPort();
		}
		if (pid != null) {
			return pid.port();
		}
		// A master that published a port does not listen on the default one.
		if (!info.hasPort() && (fields.ignored().containsKey("pid") || fields.ignored().containsKey("address.port"))) {
			throw new MasterDecodingException(
					"there is no port in it, expected one in address, pid or port" + fields.reasons());
		}
		return Port.check("port", Integer.toUnsignedLong(info.getPort()));
	}

	private static @Nullable String specified(String host) {
		return (host.isEmpty() || Host.isUnspecified(host)) ? null : host;
	}

	private static @Nullable String literal(@Nullable String host) {
		return (host != null && Host.isAddress(host)) ? host : null;
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
