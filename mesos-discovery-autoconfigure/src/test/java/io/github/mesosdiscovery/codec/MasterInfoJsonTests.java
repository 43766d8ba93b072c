package io.github.mesosdiscovery.codec;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MasterInfoJson}. {@link CapturedZnodesTests} compares it with znodes
 * that masters wrote.
 */
class MasterInfoJsonTests {

	@Test
	void writesEveryFieldSortedByName() {
		MasterInfo info = (MasterInfo) filled(MasterInfo.newBuilder());
		assertThat(MasterInfoJson.write(info)).isEqualTo(expected(info));
		assertThat(MasterInfoJsonReader.read(MasterInfoJson.write(info))).isEqualTo(info);
	}

	@Test
	void writesDefaultPortAndNoOtherUnsetField() {
		assertThat(MasterInfoJson.write(MasterInfo.getDefaultInstance())).isEqualTo("{\"port\":5050}");
	}

	@Test
	void writesEmptyValues() {
		MasterInfo.Builder info = MasterInfo.newBuilder().setId("").setIp(0).setPort(0);
		info.setAddress(Address.getDefaultInstance()).addCapabilities(Capability.getDefaultInstance());
		info.getDomainBuilder().getFaultDomainBuilder().getZoneBuilder();
		assertThat(MasterInfoJson.write(info)).isEqualTo("{\"address\":{},\"capabilities\":[{}],"
				+ "\"domain\":{\"fault_domain\":{\"zone\":{}}},\"id\":\"\",\"ip\":0,\"port\":0}");
	}

	@Test
	void writesIpUnsignedAndAddressPortSigned() {
		MasterInfo.Builder info = MasterInfo.newBuilder().setIp(-1).setAddress(Address.newBuilder().setPort(-1));
		assertThat(MasterInfoJson.write(info)).isEqualTo("{\"address\":{\"port\":-1},\"ip\":4294967295,\"port\":5050}");
	}

	@Test
	void escapesOnlyWhatJsonRequires() {
		MasterInfo.Builder info = MasterInfo.newBuilder().setId("\" \\ / \b\f\n\r\t \u0000\u001f \u007f é ☃ 😀");
		assertThat(MasterInfoJson.write(info))
			.isEqualTo("{\"id\":\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u0000\\u001F \u007f é ☃ 😀\",\"port\":5050}");
	}

	private static Message filled(Message.Builder builder) {
		for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
			Object value = switch (field.getJavaType()) {
				case MESSAGE -> filled(builder.newBuilderForField(field));
				case ENUM -> field.getEnumType().getValues().get(1);
				case STRING -> field.getFullName();
				case INT -> field.getNumber();
				default -> throw new IllegalStateException("No value for " + field);
			};
			builder.setField(field, field.isRepeated() ? List.of(value, value) : value);
		}
		return builder.build();
	}

	private static String expected(Object value) {
		if (value instanceof Message message) {
			return message.getAllFields()
				.keySet()
				.stream()
				.sorted(Comparator.comparing(FieldDescriptor::getName))
				.map((field) -> "\"" + field.getName() + "\":" + expected(message.getField(field)))
				.collect(Collectors.joining(",", "{", "}"));
		}
		if (value instanceof List<?> list) {
			return list.stream().map(MasterInfoJsonTests::expected).collect(Collectors.joining(",", "[", "]"));
		}
		return (value instanceof Integer) ? value.toString() : "\"" + value + "\"";
	}

}
