package io.github.mesosdiscovery.test;

import java.io.InputStream;
import java.util.Objects;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain.RegionInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain.ZoneInfo;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MasterInfoJsonWriter} with znodes of real masters.
 */
class MasterInfoJsonWriterTests {

	@Test
	void writesTheBytesOfMesos14() throws Exception {
		MasterInfo info = info("1.4.0", "685fe32d-e30c-4df7-b891-3d96b06fee88", "localhost", "127.0.0.1", 16777343)
			.build();
		assertThat(MasterInfoJsonWriter.bytes(info)).isEqualTo(captured("1.4.0"));
	}

	@Test
	void writesIpUnsigned() throws Exception {
		MasterInfo info = info("1.0.1", "bd5969e1-d8d3-492c-abfc-3b2367465209", "192.168.1.232", "192.168.1.232",
				(int) 3892422848L)
			.build();
		assertThat(MasterInfoJsonWriter.bytes(info)).isEqualTo(captured("1.0.1"));
	}

	@Test
	void writesOldIds() throws Exception {
		MasterInfo info = info("0.24.1", "20151012-214859-3875667978-5050-450",
				"ip-10-0-2-231.us-west-2.compute.internal", "10.0.2.231", (int) 3875667978L)
			.build();
		assertThat(MasterInfoJsonWriter.bytes(info)).isEqualTo(captured("0.24.1"));
	}

	@Test
	void writesCapabilitiesByName() throws Exception {
		MasterInfo info = info("1.6.0", "96e29ec4-9c04-4ed7-b72e-9016a64f4903", "10.1.1.9", "10.1.1.9", 151060746)
			.addCapabilities(capability(Capability.Type.AGENT_UPDATE))
			.build();
		assertThat(MasterInfoJsonWriter.bytes(info)).isEqualTo(captured("1.6.0"));
	}

	@Test
	void writesTheFaultDomain() throws Exception {
		MasterInfo info = info("1.9.1", "some-id", "172.16.4.200", "172.16.4.200", (int) 3355709612L)
			.addCapabilities(capability(Capability.Type.AGENT_UPDATE))
			.addCapabilities(capability(Capability.Type.AGENT_DRAINING))
			.addCapabilities(capability(Capability.Type.QUOTA_V2))
			.setDomain(DomainInfo.newBuilder()
				.setFaultDomain(FaultDomain.newBuilder()
					.setRegion(RegionInfo.newBuilder().setName("us-west-2"))
					.setZone(ZoneInfo.newBuilder().setName("us-west-2a"))))
			.build();
		assertThat(MasterInfoJsonWriter.bytes(info)).isEqualTo(captured("1.9.1"));
	}

	@Test
	void writesNoUnsetFieldExceptTheDefaultPort() {
		assertThat(MasterInfoJsonWriter.write(MasterInfo.getDefaultInstance())).isEqualTo("{\"port\":5050}");
	}

	@Test
	void writesEmptyFields() {
		MasterInfo.Builder info = MasterInfo.newBuilder().setId("").setIp(0).setPort(0);
		info.setAddress(Address.getDefaultInstance()).addCapabilities(Capability.getDefaultInstance());
		assertThat(MasterInfoJsonWriter.write(info))
			.isEqualTo("{\"address\":{},\"capabilities\":[{}],\"id\":\"\",\"ip\":0,\"port\":0}");
	}

	@Test
	void writesSignedNumbers() {
		MasterInfo.Builder info = MasterInfo.newBuilder().setAddress(Address.newBuilder().setPort(-1));
		assertThat(MasterInfoJsonWriter.write(info)).contains("\"address\":{\"port\":-1}");
	}

	@Test
	void escapesOnlyWhatJsonRequires() {
		MasterInfo.Builder info = MasterInfo.newBuilder().setId("\" \\ / \b\f\n\r\t \u0000\u001f \u007f é ☃ 😀");
		assertThat(MasterInfoJsonWriter.write(info))
			.isEqualTo("{\"id\":\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u0000\\u001F \u007f é ☃ 😀\",\"port\":5050}");
	}

	private static MasterInfo.Builder info(String version, String id, String hostname, String address, int ip) {
		return MasterInfo.newBuilder()
			.setVersion(version)
			.setId(id)
			.setHostname(hostname)
			.setIp(ip)
			.setPort(5050)
			.setPid("master@" + address + ":5050")
			.setAddress(Address.newBuilder().setHostname(hostname).setIp(address).setPort(5050));
	}

	private static Capability.Builder capability(Capability.Type type) {
		return Capability.newBuilder().setType(type);
	}

	private static byte[] captured(String version) throws Exception {
		String name = "/znodes/mesos-" + version + ".json";
		try (InputStream stream = MasterInfoJsonWriterTests.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(stream, name).readAllBytes();
		}
	}

}
