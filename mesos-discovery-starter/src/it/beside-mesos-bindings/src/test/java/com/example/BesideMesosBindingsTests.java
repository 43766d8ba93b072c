package com.example;

import java.time.Duration;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.apache.mesos.Protos;
import org.apache.mesos.Protos.DomainInfo.FaultDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
class BesideMesosBindingsTests {

	private static final Protos.MasterInfo PUBLISHED = Protos.MasterInfo.newBuilder()
		.setId("5c1bb2c6-8e9c-4a44-a3ad-7a8ae0ae11cf")
		.setIp(0x0200000a)
		.setPort(5051)
		.setPid("master@10.0.0.2:5051")
		.setHostname("mesos2.example.com")
		.setVersion("1.11.0")
		.setAddress(Protos.Address.newBuilder().setHostname("mesos2.example.com").setIp("10.0.0.2").setPort(5051))
		.setDomain(Protos.DomainInfo.newBuilder()
			.setFaultDomain(FaultDomain.newBuilder()
				.setRegion(FaultDomain.RegionInfo.newBuilder().setName("eu"))
				.setZone(FaultDomain.ZoneInfo.newBuilder().setName("b"))))
		.addCapabilities(Protos.MasterInfo.Capability.newBuilder()
			.setType(Protos.MasterInfo.Capability.Type.QUOTA_V2))
		.build();

	@RegisterExtension
	static final MesosClusterExtension mesos = new MesosClusterExtension(TestMesosCluster.builder().masters(0));

	@DynamicPropertySource
	static void zk(DynamicPropertyRegistry registry) {
		registry.add("mesos.discovery.zk", () -> mesos.cluster().mechanism());
	}

	@Test
	void bothDecodeTheSameBytes() throws InvalidProtocolBufferException {
		byte[] data = PUBLISHED.toByteArray();
		MasterInfo ours = new MesosMasterDecoder("http", MasterHost.IP).decode("info_0000000007", data).masterInfo();
		Protos.MasterInfo theirs = Protos.MasterInfo.parseFrom(data);
		assertThat(ours).hasToString(theirs.toString());
		assertThat(ours.getId()).isEqualTo(theirs.getId());
		assertThat(ours.getIp()).isEqualTo(theirs.getIp());
		assertThat(ours.getAddress().getHostname()).isEqualTo(theirs.getAddress().getHostname());
		assertThat(ours.getDomain().getFaultDomain().getZone().getName())
			.isEqualTo(theirs.getDomain().getFaultDomain().getZone().getName());
		assertThat(ours.getCapabilities(0).getType().name()).isEqualTo(theirs.getCapabilities(0).getType().name());
		assertThat(ours.toByteArray()).isEqualTo(data);
	}

	@Test
	void whatTheLocatorFindsIsAMessageOfTheBindings(@Autowired MesosMasterLocator locator) throws Exception {
		mesos.cluster().createRaw("info_0000000007", PUBLISHED.toByteArray());
		MesosMaster leader = locator.awaitLeader(Duration.ofSeconds(30));
		assertThat(leader.uri()).hasToString("http://10.0.0.2:5051");
		Protos.MasterInfo info = Protos.MasterInfo.parseFrom(leader.masterInfo().toByteArray());
		assertThat(info).isEqualTo(PUBLISHED);
	}

}
