package io.github.mesosdiscovery.actuate.endpoint;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;

/**
 * A master in the answer of the {@link MesosEndpoint}. What it did not publish is left
 * out.
 *
 * @param id the id that the master gave itself
 * @param hostname the host name as published
 * @param ip the IP address as published
 * @param port the TCP port
 * @param pid the libprocess address
 * @param version the version of Mesos
 * @param url where to send requests to
 * @param znode the name of the znode
 * @param sequence the number that ZooKeeper gave to the znode
 * @param epoch the czxid of the znode
 * @param leading whether it is the leader
 * @param domain the fault domain
 * @param capabilities the names of the published capabilities
 */
@JsonInclude(Include.NON_EMPTY)
public record MasterDescriptor(String id, String hostname, @Nullable String ip, int port, String pid,
		@Nullable String version, String url, String znode, int sequence, long epoch, boolean leading,
		@Nullable DomainDescriptor domain, List<String> capabilities) implements RegistrationDescriptor {

	static MasterDescriptor of(MesosMaster master, boolean leading) {
		return new MasterDescriptor(master.id(), master.hostname(), master.ip(), master.port(), master.pid(),
				master.version(), master.uri().toString(), master.znode(), master.sequence(), master.epoch(), leading,
				DomainDescriptor.of(master.domain()), master.capabilities());
	}

	/**
	 * The fault domain of a master.
	 *
	 * @param region the name of the region
	 * @param zone the name of the zone within the region
	 */
	public record DomainDescriptor(String region, String zone) {

		static @Nullable DomainDescriptor of(@Nullable MasterDomain domain) {
			return (domain != null) ? new DomainDescriptor(domain.region(), domain.zone()) : null;
		}

	}

}
