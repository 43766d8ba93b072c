package io.github.mesosdiscovery.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.protobuf.TextFormat;
import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests with znodes that real masters wrote.
 */
class CapturedZnodesTests {

	private final MesosMasterDecoder decoder = new MesosMasterDecoder("http", MasterHost.IP);

	@ParameterizedTest
	@MethodSource("jsonNodes")
	void masterInfoJsonIsWhatTheMasterWrote(JsonNode node) {
		String payload = node.get("payload").asString();
		MesosMaster master = this.decoder.decode("json.info_0000000042", payload.getBytes(StandardCharsets.UTF_8));
		assertThat(JsonMapper.shared().readTree(master.masterInfoJson()))
			.isEqualTo(JsonMapper.shared().readTree(payload));
		// One source has its fields in another order than Mesos.
		if (payload.startsWith("{\"address\"")) {
			assertThat(master.masterInfoJson()).isEqualTo(payload);
		}
	}

	@ParameterizedTest
	@MethodSource("jsonNodes")
	void jsonNodeIsDecoded(JsonNode node) {
		String payload = node.get("payload").asString();
		JsonNode published = JsonMapper.shared().readTree(payload);
		MesosMaster master = this.decoder.decode(node.get("znode").asString().replace("*", "0000000042"),
				payload.getBytes(StandardCharsets.UTF_8));
		assertThat(master.id()).isEqualTo(published.get("id").asString());
		assertThat(master.ip()).isEqualTo(published.get("address").get("ip").asString());
		assertThat(master.port()).isEqualTo(published.get("address").get("port").asInt());
		assertThat(master.hostname()).isEqualTo(published.get("hostname").asString());
		assertThat(master.pid()).isEqualTo(published.get("pid").asString());
		assertThat(master.version()).isEqualTo(published.get("version").asString())
			.isEqualTo(node.get("mesos_version").asString());
		assertThat(master.uri()).hasToString("http://" + master.ip() + ":" + master.port());
		assertThat(Integer.toUnsignedLong(master.masterInfo().getIp())).isEqualTo(published.get("ip").asLong());
		assertThat(Host.fromInteger(master.masterInfo().getIp())).isEqualTo(master.ip());
		assertThat(master.capabilities()).isEqualTo(published.path("capabilities")
			.valueStream()
			.map((capability) -> capability.get("type").asString())
			.toList());
	}

	@Test
	void domainIsDecoded() {
		JsonNode node = jsonNodes().filter((each) -> each.get("payload").asString().contains("fault_domain"))
			.findFirst()
			.orElseThrow();
		MesosMaster master = this.decoder.decode("json.info_0000000000",
				node.get("payload").asString().getBytes(StandardCharsets.UTF_8));
		assertThat(master.domain()).isEqualTo(new MasterDomain("us-west-2", "us-west-2a"));
	}

	@ParameterizedTest
	@CsvSource({ "mesos-0.20.1-0, 127.0.0.1, 5051, ", "mesos-0.22.1-1, 10.10.1.22, 5050, ",
			"mesos-1.11.0-1, 10.10.1.22, 5050, 1.11.0" })
	void protobufIsDecoded(String file, String ip, int port, String version) throws IOException {
		MasterInfo.Builder expected = MasterInfo.newBuilder();
		TextFormat.merge(new String(resource("wire/" + file + ".txt"), StandardCharsets.UTF_8), expected);
		MesosMaster master = this.decoder.decode("info_0000000001", resource("wire/" + file + ".pb"));
		assertThat(master.masterInfo()).isEqualTo(expected.build());
		assertThat(master.id()).isEqualTo(expected.getId());
		assertThat(master.ip()).isEqualTo(ip);
		assertThat(master.port()).isEqualTo(port);
		assertThat(master.hostname()).isEqualTo(expected.getHostname());
		assertThat(master.pid()).isEqualTo(expected.getPid());
		assertThat(master.version()).isEqualTo(version);
		assertThat(Host.fromInteger(master.masterInfo().getIp())).isEqualTo(ip);
	}

	@Test
	void logReplicaIsRefused() {
		JsonNode node = captured().get("nodes")
			.valueStream()
			.filter((each) -> each.has("kind"))
			.findFirst()
			.orElseThrow();
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> this.decoder.decode(node.get("znode").asString(),
					node.get("payload").asString().getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("log-replica(1)@192.168.1.232:5050")
			.withMessageContaining("/log_replicas");
	}

	@ParameterizedTest
	@MethodSource("listings")
	void lowestSequenceLeadsAndLogReplicasAreSkipped(List<String> listing) {
		List<RegistrationName> names = listing.stream()
			.map(RegistrationName::parse)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparingInt(RegistrationName::sequence))
			.toList();
		assertThat(names).extracting(RegistrationName::znode)
			.doesNotContain("log_replicas")
			.hasSize(listing.size() - 1);
		assertThat(names.get(0).znode())
			.isEqualTo(listing.stream().filter((name) -> name.contains("info")).sorted().findFirst().orElseThrow());
	}

	static Stream<JsonNode> jsonNodes() {
		return captured().get("nodes").valueStream().filter((node) -> !node.has("kind"));
	}

	static Stream<List<String>> listings() {
		return captured().get("listings")
			.valueStream()
			.map((node) -> node.get("listing").valueStream().map(JsonNode::asString).toList());
	}

	private static JsonNode captured() {
		return JsonMapper.shared().readTree(resource("captured-znodes.json"));
	}

	private static byte[] resource(String name) {
		try (InputStream stream = CapturedZnodesTests.class.getResourceAsStream("znodes/" + name)) {
			assertThat(stream).as(name).isNotNull();
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(name, ex);
		}
	}

}
