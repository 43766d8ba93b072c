package io.github.mesosdiscovery.benchmarks.jmh;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;

/**
 * What a master of Mesos 1.11 publishes of itself where everything is configured: host
 * name, fault domain and capabilities.
 */
public final class PublishedMaster {

	private static final String HOST = "ip-10-0-2-231.us-west-2.compute.internal";

	private static final String IP = "10.0.2.231";

	private static final int PORT = 5050;

	private PublishedMaster() {
	}

	/**
	 * Return the information of a master.
	 * @return all fields are set
	 */
	public static MasterInfo info() {
		return MasterInfo.newBuilder()
			.setId("96e29ec4-9c04-4ed7-b72e-9016a64f4903")
			.setIp(10 | 2 << 16 | 231 << 24)
			.setPort(PORT)
			.setPid("master@" + IP + ":" + PORT)
			.setHostname(HOST)
			.setVersion("1.11.0")
			.setAddress(Address.newBuilder().setHostname(HOST).setIp(IP).setPort(PORT))
			.setDomain(DomainInfo.newBuilder()
				.setFaultDomain(FaultDomain.newBuilder()
					.setRegion(FaultDomain.RegionInfo.newBuilder().setName("us-west-2"))
					.setZone(FaultDomain.ZoneInfo.newBuilder().setName("us-west-2a"))))
			.addCapabilities(capability(Capability.Type.AGENT_UPDATE))
			.addCapabilities(capability(Capability.Type.AGENT_DRAINING))
			.addCapabilities(capability(Capability.Type.QUOTA_V2))
			.build();
	}

	private static Capability.Builder capability(Capability.Type type) {
		return Capability.newBuilder().setType(type);
	}

}
