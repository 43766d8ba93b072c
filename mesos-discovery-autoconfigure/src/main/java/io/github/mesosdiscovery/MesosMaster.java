package io.github.mesosdiscovery;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.jspecify.annotations.Nullable;

/**
 * A Mesos master as published in its znode.
 * <p>
 * Two masters are equal if they are the same registration, that is, if znode and epoch
 * are equal. A master that was restarted on the same host and port is another one.
 * Compare {@link #masterInfo()} to detect that a master has published something new.
 *
 * @param znode the name of the znode, without its path
 * @param sequence the number that ZooKeeper gave to the znode; the lowest leads
 * @param epoch the czxid of the znode; it only grows and so fences an older leader off
 * @param id the id that the master gave itself, or its pid for masters before Mesos 0.17
 * @param hostname the host name as published, or the IP address if no valid name was
 * published. It is not resolved
 * @param ip the IP address as published, IPv6 without brackets, or {@code null} if only a
 * host name was published
 * @param port the TCP port, from 1 to 65535
 * @param pid the libprocess address as published, for example
 * {@code master@10.0.0.1:5050}, or derived from the address if no valid one was published
 * @param version the version of Mesos, or {@code null} before Mesos 0.23
 * @param uri the URI for requests, with the configured scheme and kind of host
 * @param domain the fault domain, or {@code null} if none was published
 * @param capabilities the names of the published capabilities
 * @param masterInfo all that was published, without invalid fields, for example a host
 * name with a line break
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

	/**
	 * Create a master for tests, which need no ZooKeeper then. It has registered as
	 * {@code json.info_<sequence>}, and the sequence is its epoch.
	 * @param sequence the sequence; the lowest leads
	 * @param hostname the host name or the IPv4 address
	 * @param port the TCP port
	 * @return a new master
	 */
	public static MesosMaster of(int sequence, String hostname, int port) {
		String pid = "master@" + hostname + ":" + port;
		MasterInfo info = MasterInfo.newBuilder()
			.setId(pid)
			.setIp(0)
			.setPort(port)
			.setPid(pid)
			.setHostname(hostname)
			.build();
		return new MesosMaster(String.format(Locale.ROOT, "json.info_%010d", sequence), sequence, sequence, pid,
				hostname, null, port, pid, null, URI.create("http://" + hostname + ":" + port), null, List.of(), info);
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
