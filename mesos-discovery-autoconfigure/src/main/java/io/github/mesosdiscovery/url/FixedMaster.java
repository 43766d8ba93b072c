package io.github.mesosdiscovery.url;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.Host;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;

/**
 * A master that is configured instead of discovered, for development. It always leads.
 * Internal.
 *
 * @param host a host that can be part of a URI, IPv6 without brackets
 * @param port the port, from 1 to 65535
 */
public record FixedMaster(String host, int port) implements MasterUrl {

	@Override
	public Optional<String> hint() {
		return (this.port != ZooKeeperUrl.DEFAULT_PORT) ? Optional.empty()
				: Optional.of("Port " + this.port + " of the fixed master is the port of ZooKeeper; "
						+ "ZooKeeper servers are written as " + InvalidMasterUrlException.ZK);
	}

	/**
	 * Return the master as if it had registered with only its address.
	 * @param decoder the decoder of registrations
	 * @return the master
	 */
	public MesosMaster decode(MesosMasterDecoder decoder) {
		return decoder.decode("0000000000", ("master@" + this).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return Host.withPort(this.host, this.port);
	}

	static FixedMaster parse(String text) {
		HostPort parsed;
		try {
			parsed = HostPort.parse(text, 0);
		}
		catch (HostPort.Invalid ex) {
			throw invalid(String.valueOf(ex.getMessage()));
		}
		if (Host.isUnspecified(parsed.host())) {
			throw invalid("has an address of zeros, to which clients cannot connect; "
					+ "use the address that the master advertises");
		}
		if (Host.uri("http", parsed.host(), parsed.port()) == null) {
			throw invalid("has a host that a URL does not allow, for example one that contains an underscore");
		}
		return new FixedMaster(parsed.host(), parsed.port());
	}

	private static InvalidMasterUrlException invalid(String problem) {
		return new InvalidMasterUrlException("the fixed master " + problem, InvalidMasterUrlException.FIXED);
	}

}
