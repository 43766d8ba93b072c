package io.github.mesosdiscovery.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MasterInfoReader}.
 */
class MasterInfoReaderTests {

	private static final MasterInfo INFO = MasterInfo.newBuilder().setId("i").setIp(-1).setPort(5050).build();

	@Test
	void formatDependsOnLabel() {
		assertThat(MasterInfoReader.read("info", INFO.toByteArray())).isEqualTo(INFO);
		assertThat(read("json.info", "{\"id\": \"i\", \"ip\": 4294967295, \"port\": 5050}")).isEqualTo(INFO);
		assertThat(read(null, "master@10.0.0.1:5050").getPid()).isEqualTo("master@10.0.0.1:5050");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "foo", "INFO", "json.info_", "info_0000000001" })
	void unknownLabel(String label) {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> MasterInfoReader.read(label, INFO.toByteArray()))
			.withMessageContaining("the label '" + label + "' is unknown");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "info", "json.info" })
	void noData(@Nullable String label) {
		for (byte[] data : new byte[][] { null, new byte[0] }) {
			assertThatExceptionOfType(MasterDecodingException.class)
				.isThrownBy(() -> MasterInfoReader.read(label, data))
				.withMessage("the data is empty");
		}
	}

	@Test
	void sizeIsBounded() {
		byte[] data = new byte[64 * 1024];
		Arrays.fill(data, (byte) ' ');
		data[0] = '{';
		data[1] = '}';
		assertThat(MasterInfoReader.read("json.info", data)).isEqualTo(MasterInfo.getDefaultInstance());
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> MasterInfoReader.read("json.info", Arrays.copyOf(data, 64 * 1024 + 1)))
			.withMessage("the data is 65537 bytes long, expected at most 65536");
	}

	@Test
	void upidWithIpv4Address() {
		assertThat(read(null, " master@10.0.0.1:5051\n")).isEqualTo(MasterInfo.newBuilder()
			.setId("master@10.0.0.1:5051")
			.setPid("master@10.0.0.1:5051")
			.setIp(16777226)
			.setPort(5051)
			.setAddress(Address.newBuilder().setIp("10.0.0.1").setPort(5051))
			.build());
	}

	@Test
	void upidWithIpv6Address() {
		assertThat(read(null, "master@[::1]:5051")).isEqualTo(MasterInfo.newBuilder()
			.setId("master@[::1]:5051")
			.setPid("master@[::1]:5051")
			.setPort(5051)
			.setAddress(Address.newBuilder().setIp("::1").setPort(5051))
			.build());
	}

	@Test
	void upidWithHostName() {
		assertThat(read(null, "master@a.example:5051")).isEqualTo(MasterInfo.newBuilder()
			.setId("master@a.example:5051")
			.setPid("master@a.example:5051")
			.setPort(5051)
			.setHostname("a.example")
			.setAddress(Address.newBuilder().setHostname("a.example").setPort(5051))
			.build());
	}

	@ParameterizedTest
	@CsvSource({ "master@10.0.0.1:0, ''", "slave(1)@10.0.0.1:5051, ''", "'master@h:1\n\u202e x', ''",
			"log-replica(1)@10.0.0.1:5050, '/log_replicas'" })
	void invalidUpid(String text, String hint) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> read(null, text))
			.withMessageStartingWith(
					"'" + EscapedText.of(text) + "' is not the pid of a master, expected master@<host>:<port>")
			.withMessageContaining(hint);
	}

	@ParameterizedTest
	@MethodSource
	void notUtf8(byte[] data) {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> MasterInfoReader.read("json.info", data));
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> MasterInfoReader.read(null, data));
	}

	static Stream<byte[]> notUtf8() {
		String json = "{\"id\": \"caf\u00e9\"}";
		return Stream.concat(
				Stream.of("ISO-8859-1", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE")
					.map((name) -> json.getBytes(Charset.forName(name))),
				Stream.of(("\ufeff" + json).getBytes(StandardCharsets.UTF_8), quoted(0xC0, 0xAF),
						quoted(0xED, 0xA0, 0x80), quoted(0xF4, 0x90, 0x80, 0x80), quoted(0x80), quoted(0xE2, 0x82),
						quoted(0xFF)));
	}

	@ParameterizedTest
	@MethodSource
	void notProtobuf(byte[] data) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> MasterInfoReader.read("info", data))
			.withMessageContaining("the data is not the protobuf of a MasterInfo: ");
	}

	static Stream<byte[]> notProtobuf() throws IOException {
		byte[] info = INFO.toByteArray();
		byte[] endGroup = Arrays.copyOf(info, info.length + 1);
		endGroup[info.length] = 0x0C;
		return Stream.of(Arrays.copyOf(info, info.length - 1), "{\"id\":1}".getBytes(StandardCharsets.UTF_8), endGroup,
				new byte[] { 0x0C }, new byte[] { 0 }, new byte[] { 0x0A, 127 }, new byte[] { 7 }, groups(17));
	}

	@Test
	void groupsWithinBound() throws IOException {
		assertThat(MasterInfoReader.read("info", groups(15)).getUnknownFields().hasField(100)).isTrue();
	}

	@Test
	void unknownFieldsAreKept() throws IOException {
		UnknownFieldSet unknown = UnknownFieldSet.newBuilder()
			.addField(77, UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8("x")).build())
			.build();
		MasterInfo info = INFO.toBuilder().setUnknownFields(unknown).build();
		assertThat(MasterInfoReader.read("info", info.toByteArray())).isEqualTo(info);
	}

	@Test
	void capabilityOfLaterMesosIsKeptAsUnknownField() {
		// Field 9, a message of two bytes: field 1 is 99.
		MasterInfo info = MasterInfoReader.read("info", new byte[] { 0x4A, 2, 8, 99 });
		Capability capability = info.getCapabilities(0);
		assertThat(capability.hasType()).isFalse();
		assertThat(capability.getUnknownFields().getField(1).getVarintList()).containsExactly(99L);
	}

	private static MasterInfo read(@Nullable String label, String data) {
		return MasterInfoReader.read(label, data.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] quoted(int... bytes) {
		ByteArrayOutputStream json = new ByteArrayOutputStream();
		json.writeBytes("{\"id\": \"".getBytes(StandardCharsets.UTF_8));
		Arrays.stream(bytes).forEach(json::write);
		json.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
		return json.toByteArray();
	}

	private static byte[] groups(int depth) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		CodedOutputStream output = CodedOutputStream.newInstance(bytes);
		for (int i = 0; i < depth; i++) {
			output.writeTag(100, 3);
		}
		for (int i = 0; i < depth; i++) {
			output.writeTag(100, 4);
		}
		output.flush();
		return bytes.toByteArray();
	}

}
