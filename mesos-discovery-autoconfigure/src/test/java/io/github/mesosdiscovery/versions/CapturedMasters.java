package io.github.mesosdiscovery.versions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The znodes of real masters that the tests of the codec have, with what their masters
 * say of themselves in plain words.
 */
final class CapturedMasters {

	private CapturedMasters() {
	}

	static List<Captured> all() {
		Stream<Captured> json = resource().get("nodes")
			.valueStream()
			.filter((node) -> !node.has("kind"))
			.map(CapturedMasters::json);
		Stream<Captured> protobuf = Stream.of(
				new Captured("info_0000000000", bytes("wire/mesos-0.20.1-0.pb"), id("mesos-0.20.1-0"), "127.0.0.1",
						5051, null),
				new Captured("info_0000000001", bytes("wire/mesos-0.22.1-1.pb"), id("mesos-0.22.1-1"), "10.10.1.22",
						5050, null),
				new Captured("info_0000000001", bytes("wire/mesos-1.11.0-1.pb"), id("mesos-1.11.0-1"), "10.10.1.22",
						5050, "1.11.0"));
		return Stream.concat(json, protobuf).toList();
	}

	/** The names of the children of real paths. */
	static List<List<String>> listings() {
		return resource().get("listings")
			.valueStream()
			.map((node) -> node.get("listing").valueStream().map(JsonNode::asString).toList())
			.toList();
	}

	/** What a replica of the masters' log wrote of itself. */
	static byte[] logReplica() {
		return resource().get("nodes")
			.valueStream()
			.filter((node) -> node.has("kind"))
			.map((node) -> node.get("payload").asString().getBytes(StandardCharsets.UTF_8))
			.findFirst()
			.orElseThrow();
	}

	private static Captured json(JsonNode node) {
		String payload = node.get("payload").asString();
		JsonNode published = JsonMapper.shared().readTree(payload);
		String znode = node.get("znode").asString().replace("*", "0000000042");
		return new Captured(znode.substring(znode.lastIndexOf('/') + 1), payload.getBytes(StandardCharsets.UTF_8),
				published.get("id").asString(), published.at("/address/ip").asString(),
				published.at("/address/port").asInt(), node.get("mesos_version").asString());
	}

	private static String id(String file) {
		return new String(bytes("wire/" + file + ".txt"), StandardCharsets.UTF_8).lines()
			.filter((line) -> line.startsWith("id: "))
			.map((line) -> line.substring("id: ".length()).replace("\"", ""))
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode resource() {
		return JsonMapper.shared().readTree(bytes("captured-znodes.json"));
	}

	private static byte[] bytes(String name) {
		try (InputStream stream = MesosMasterDecoder.class.getResourceAsStream("znodes/" + name)) {
			if (stream == null) {
				throw new IllegalStateException("No " + name);
			}
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A captured znode.
	 *
	 * @param znode its name
	 * @param data its data
	 * @param id the id that is to be found in it
	 * @param ip the IP address
	 * @param port the port
	 * @param version the version of Mesos, or {@code null} where none was published
	 */
	record Captured(String znode, byte[] data, String id, String ip, int port, @Nullable String version) {

	}

}
