package io.github.mesosdiscovery.zookeeper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A master that is configured, not found, for development. It always leads.
 *
 * @param host the host as a URI can hold it: a name without underscore, or an address,
 * IPv6 without brackets
 * @param port the port, from 1 to 65535; Mesos has no default here
 */
public record FixedMaster(String host, int port) implements Mechanism {

	/**
	 * Create a new fixed master.
	 * @throws InvalidMechanismException if the host or the port is not valid
	 */
	public FixedMaster {
		try {
			new HostPort(host, port);
			new URI("http", null, host, port, null, null, null);
		}
		catch (HostPort.Invalid ex) {
			throw refuse(ex);
		}
		catch (URISyntaxException ex) {
			throw new InvalidMechanismException("the fixed master has a host that no URL allows, as with an underscore",
					InvalidMechanismException.FIXED);
		}
	}

	@Override
	public Optional<String> hint() {
		return (this.port != Servers.DEFAULT_PORT) ? Optional.empty()
				: Optional.of("Port " + this.port + " of the fixed master " + this
						+ " is the port of ZooKeeper; ZooKeeper servers are given as " + InvalidMechanismException.ZK);
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

	private static InvalidMechanismException refuse(HostPort.Invalid invalid) {
		return new InvalidMechanismException("the fixed master " + invalid.getMessage(),
				InvalidMechanismException.FIXED);
	}

}
