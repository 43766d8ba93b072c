package io.github.mesosdiscovery.codec;

import java.net.URI;
import java.util.Optional;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.jspecify.annotations.Nullable;

/**
 * The address on which a master listens, from {@code address}, {@code pid} and the fields
 * that {@code address} superseded.
 *
 * @param ip the IP address, IPv6 without brackets, or {@code null} if unknown
 * @param hostname the host name, or the IP address
 * @param port the TCP port
 */
record PublishedAddress(@Nullable String ip, String hostname, int port) {

	static PublishedAddress of(MasterInfoFields fields) {
		MasterInfo info = fields.usable();
		Address address = info.getAddress();
		Upid pid = Upid.parse(info.getPid()).orElse(null);
		String pidHost = (pid != null) ? specified(pid.host()) : null;
		String addressHostname = specified(address.getHostname());
		String hostname = first(addressHostname, specified(info.getHostname()), pidHost);
		String ip = first(specified(address.getIp()), literal(pidHost), literal(hostname));
		if (ip == null && addressHostname == null && pidHost == null && info.getIp() != 0) {
			ip = Host.fromInteger(info.getIp());
		}
		hostname = first(hostname, ip);
		if (hostname == null) {
			throw new MasterDecodingException(
					"it contains no host, expected one in address, pid, hostname or ip" + fields.reasons());
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
		// The default does not replace an invalid port: the master listens on another
		// one.
		if (!info.hasPort() && (fields.ignored().containsKey("pid") || fields.ignored().containsKey("address.port"))) {
			throw new MasterDecodingException(
					"it contains no port, expected one in address, pid or port" + fields.reasons());
		}
		long port = Integer.toUnsignedLong(info.getPort());
		if (!Host.isPort(port)) {
			throw new MasterDecodingException("port is " + port + ", expected a port from 1 to " + Host.MAX_PORT);
		}
		return (int) port;
	}

	/**
	 * Return the UPID of a master that listens on this address.
	 */
	String pid() {
		return "master@" + Host.withPort((this.ip != null) ? this.ip : this.hostname, this.port);
	}

	/**
	 * Return the URI of the master.
	 * @throws MasterDecodingException if a URI does not allow the only host
	 */
	URI uri(String scheme, MasterHost preferred) {
		String first = (preferred == MasterHost.IP && this.ip != null) ? this.ip : this.hostname;
		URI uri = Host.uri(scheme, first, this.port);
		if (uri == null && this.ip != null) {
			uri = Host.uri(scheme, this.ip, this.port);
		}
		if (uri == null) {
			throw new MasterDecodingException("a URI does not allow the host name '" + EscapedText.of(this.hostname)
					+ "' and no IP address was published; start the master with --ip, or with a --hostname without "
					+ "underscores");
		}
		return uri;
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
