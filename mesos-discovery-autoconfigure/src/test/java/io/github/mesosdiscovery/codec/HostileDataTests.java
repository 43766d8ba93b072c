package io.github.mesosdiscovery.codec;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that whatever the data is, the answer is a master that is safe to show or a
 * {@link MasterDecodingException} that is.
 */
class HostileDataTests {

	private static final MasterInfo INFO = MasterInfo.newBuilder()
		.setId("685fe32d-e30c-4df7-b891-3d96b06fee88")
		.setIp(16777343)
		.setPort(5050)
		.setPid("master@127.0.0.1:5050")
		.setHostname("localhost")
		.setAddress(Address.newBuilder().setHostname("localhost").setIp("127.0.0.1").setPort(5050))
		.build();

	private static final String JSON = "{\"address\":{\"hostname\":\"localhost\",\"ip\":\"127.0.0.1\",\"port\":5050},"
			+ "\"capabilities\":[{\"type\":\"QUOTA_V2\"}],\"hostname\":\"localhost\",\"id\":\"685fe32d\","
			+ "\"ip\":16777343,\"pid\":\"master@127.0.0.1:5050\",\"port\":5050,\"version\":\"1.4.0\"}";

	private final MesosMasterDecoder decoder = new MesosMasterDecoder("http", MasterHost.HOSTNAME);

	@ParameterizedTest
	@CsvSource({ "json.info_0000000001, 1", "info_0000000001, 2", "0000000001, 3" })
	void damagedData(String znode, long seed) {
		byte[] data = switch (znode.charAt(0)) {
			case 'j' -> JSON.getBytes(StandardCharsets.UTF_8);
			case 'i' -> INFO.toByteArray();
			default -> "master@[2001:db8::1]:5050".getBytes(StandardCharsets.UTF_8);
		};
		Random random = new Random(seed);
		int masters = 0;
		for (int i = 0; i < 5_000; i++) {
			masters += isDecoded(znode, damaged(data, random)) ? 1 : 0;
		}
		assertThat(masters).isBetween(1, 4_999);
	}

	private boolean isDecoded(String znode, byte[] data) {
		try {
			MesosMaster master = this.decoder.decode(znode, data);
			assertThat(master.port()).isBetween(1, 65535);
			assertThat(master.uri().getPort()).isEqualTo(master.port());
			assertThat(master.uri().getHost().replaceAll("[\\[\\]]", "")).isIn(master.hostname(), master.ip());
			assertThat(master.toString() + master.pid() + master.version()).matches(EscapedText::isPlain)
				.hasSizeLessThan(1000);
			return true;
		}
		catch (MasterDecodingException ex) {
			assertThat(ex.getMessage()).matches(EscapedText::isPlain).hasSizeLessThan(1000);
			return false;
		}
	}

	private static byte[] damaged(byte[] data, Random random) {
		byte[] damaged = data.clone();
		int changes = 1 + random.nextInt(3);
		for (int i = 0; i < changes; i++) {
			byte other = random.nextBoolean() ? (byte) random.nextInt(256) : data[random.nextInt(data.length)];
			damaged[random.nextInt(damaged.length)] = other;
		}
		return damaged;
	}

}
