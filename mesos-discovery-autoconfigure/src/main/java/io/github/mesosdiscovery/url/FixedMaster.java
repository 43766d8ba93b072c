package io.github.mesosdiscovery.url;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.Host;
import io.github.mesosdiscovery.codec.MasterDecodingException;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;

/**
 * A master that is configured, not found, for development. It always leads. Internal.
 *
 * @param host the host as a URI allows it: a name without underscore, or an address, IPv6
 * without brackets
 * @param port the port, from 1 to 65535; Mesos has no default here
 */
public record FixedMaster(String host, int port) implements MasterUrl {

	/**
	 * Create a new fixed master.
	 * @throws InvalidMasterUrlException if the host or the port is not valid
	 */
	public FixedMaster {
		try {
			if (Host.isUnspecified(new HostPort(host, port).host())) {
				throw new HostPort.Invalid("has an address of zeros, to which no client connects; "
						+ "give the address that the master advertises");
			}
			decode(host, port, new MesosMasterDecoder("http", MasterHost.IP));
		}
		catch (HostPort.Invalid ex) {
			throw refuse(ex);
		}
		catch (MasterDecodingException ex) {
			throw new InvalidMasterUrlException(
					"the fixed master has a host that a URL does not allow, for example one with an underscore",
					InvalidMasterUrlException.FIXED);
		}
	}

	@Override
	public Optional<String> hint() {
		return (this.port != ConnectString.DEFAULT_PORT) ? Optional.empty()
				: Optional.of("Port " + this.port + " of the fixed master is the port of ZooKeeper; "
						+ "ZooKeeper servers are given as " + InvalidMasterUrlException.ZK);
	}

	/**
	 * Return the master that this is, decoded like a registration.
	 * @param decoder the decoder of registrations
	 * @return the master
	 */
	public MesosMaster decode(MesosMasterDecoder decoder) {
		return decode(this.host, this.port, decoder);
	}

	private static MesosMaster decode(String host, int port, MesosMasterDecoder decoder) {
		return decoder.decode("0000000000", ("master@" + new HostPort(host, port)).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return new HostPort(this.host, this.port).toString();
	}

	static FixedMaster parse(String text) {
		try {
			HostPort parsed = HostPort.parse(text, 0);
			return new FixedMaster(parsed.host(), parsed.port());
		}
		catch (HostPort.Invalid ex) {
			throw refuse(ex);
		}
	}

	private static InvalidMasterUrlException refuse(HostPort.Invalid invalid) {
		return new InvalidMasterUrlException("the fixed master " + invalid.getMessage(),
				InvalidMasterUrlException.FIXED);
	}

}
