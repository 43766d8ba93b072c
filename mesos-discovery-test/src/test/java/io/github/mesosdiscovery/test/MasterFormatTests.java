package io.github.mesosdiscovery.test;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MasterFormat} and {@link SimulatedMasters}.
 */
class MasterFormatTests {

	private final MasterInfo info = SimulatedMasters.info(5051).build();

	@Test
	void labelsAreMesosLabels() {
		assertThat(MasterFormat.JSON.label()).isEqualTo("json.info_");
		assertThat(MasterFormat.PROTOBUF.label()).isEqualTo("info_");
		assertThat(MasterFormat.UPID.label()).isEmpty();
	}

	@Test
	void jsonIsMesosJson() {
		assertThat(new String(MasterFormat.JSON.encode(this.info), UTF_8)).isEqualTo(MasterInfoJson.write(this.info));
	}

	@Test
	void protobufCanBeParsed() throws Exception {
		assertThat(MasterInfo.parseFrom(MasterFormat.PROTOBUF.encode(this.info))).isEqualTo(this.info);
	}

	@Test
	void upidIsThePid() {
		assertThat(MasterFormat.UPID.encode(this.info)).asString(UTF_8).isEqualTo("master@127.0.0.1:5051");
	}

	@Test
	void defaultInfoIsThatOfALocalMaster() {
		assertThat(this.info.getIp()).isEqualTo(16777343);
		assertThat(this.info.getPort()).isEqualTo(5051);
		assertThat(this.info.getHostname()).isEqualTo("localhost");
		assertThat(this.info.getPid()).isEqualTo("master@127.0.0.1:5051");
		assertThat(this.info.getVersion()).isEqualTo("1.11.0");
		assertThat(this.info.getAddress().getIp()).isEqualTo("127.0.0.1");
		assertThat(this.info.getAddress().getHostname()).isEqualTo("localhost");
		assertThat(this.info.getAddress().getPort()).isEqualTo(5051);
		assertThat(this.info.getCapabilitiesCount()).isEqualTo(3);
	}

	@Test
	void everyMasterHasItsOwnId() {
		assertThat(SimulatedMasters.info(5051).getId()).isNotEqualTo(this.info.getId())
			.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	}

}
