package io.github.mesosdiscovery;

import java.net.URI;
import java.util.List;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.jspecify.annotations.Nullable;

/**
 * A Mesos master as it published itself in one znode.
 * <p>
 * Two are equal when they are the same registration, that is the same znode of the same
 * epoch; never by the text of a host. A master that was restarted on the same host and
 * port is another one. {@link #masterInfo()} tells two readings of one registration
 * apart.
 *
 * @param znode the name of the znode, without its path
 * @param sequence the number that ZooKeeper gave to the znode; the lowest leads
 * @param epoch the czxid of the znode; it only grows, so it fences an older leader off
 * @param id the id that the master gave itself; its pid where a master before Mesos 0.17
 * published nothing else
 * @param hostname the host name as published, or the IP address if no valid name was
 * published; it is not resolved
 * @param ip the IP address as published, IPv6 without brackets, or {@code null} when only
 * a host name was published
 * @param port the TCP port, from 1 to 65535
 * @param pid the libprocess address as published, for example
 * {@code master@10.0.0.1:5050}, or one made of the address if no valid one was published
 * @param version the version of Mesos, or {@code null} before Mesos 0.23
 * @param uri where to send requests to; scheme and choice of host are configured
 * @param domain the fault domain, or {@code null} when none was published
 * @param capabilities the names of the published capabilities
 * @param masterInfo all that was published, without the fields that cannot be used, such
 * as a host name with a line break
 */
public record MesosMaster(String znode, int sequence, long epoch, String id, String hostname, @Nullable String ip,
		int port, String pid, @Nullable String version, URI uri, @Nullable MasterDomain domain,
		List<String> capabilities, MasterInfo masterInfo) implements MasterRegistration {

	public MesosMaster {
		capabilities = List.copyOf(capabilities);
	}

	/**
	 * Return {@link #masterInfo()} as JSON in the form that Mesos itself writes: without
	 * white space, with fields sorted by name, and with {@code ip} as the integer that
	 * was published.
	 * @return a JSON object
	 */
	public String masterInfoJson() {
		return MasterInfoJson.write(this.masterInfo);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof MesosMaster that && this.epoch == that.epoch && this.znode.equals(that.znode);
	}

	@Override
	public int hashCode() {
		return 31 * this.znode.hashCode() + Long.hashCode(this.epoch);
	}

	@Override
	public String toString() {
		return this.id + " at " + this.uri + " (" + this.znode + ")";
	}

}
