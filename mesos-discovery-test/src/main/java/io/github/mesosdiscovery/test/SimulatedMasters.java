package io.github.mesosdiscovery.test;

import java.util.UUID;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;

/**
 * Information that simulated masters publish.
 */
public final class SimulatedMasters {

	/**
	 * The default port of Mesos masters.
	 */
	public static final int DEFAULT_PORT = 5050;

	/**
	 * 127.0.0.1 as Mesos stores it in {@code MasterInfo.ip} (MESOS-1201).
	 */
	private static final int LOOPBACK = 16777343;

	private SimulatedMasters() {
	}

	/**
	 * Return what a Mesos 1.11.0 master on {@code 127.0.0.1} publishes, with a new id.
	 * @param port the port that the master publishes. It only listens there with
	 * {@link TestMesosClusterBuilder#http()}
	 * @return a builder, to change the information
	 */
	public static MasterInfo.Builder info(int port) {
		return MasterInfo.newBuilder()
			.setId(UUID.randomUUID().toString())
			.setIp(LOOPBACK)
			.setPort(port)
			.setPid("master@127.0.0.1:" + port)
			.setHostname("localhost")
			.setVersion("1.11.0")
			.setAddress(Address.newBuilder().setHostname("localhost").setIp("127.0.0.1").setPort(port))
			.addCapabilities(capability(Capability.Type.AGENT_UPDATE))
			.addCapabilities(capability(Capability.Type.AGENT_DRAINING))
			.addCapabilities(capability(Capability.Type.QUOTA_V2));
	}

	private static Capability.Builder capability(Capability.Type type) {
		return Capability.newBuilder().setType(type);
	}

}
