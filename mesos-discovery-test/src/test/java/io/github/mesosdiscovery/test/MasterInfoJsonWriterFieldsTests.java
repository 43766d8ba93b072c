package io.github.mesosdiscovery.test;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@link MasterInfoJsonWriter} writes every field of the proto file in the
 * order of Mesos.
 */
class MasterInfoJsonWriterFieldsTests {

	@Test
	void writesEveryFieldSortedByName() {
		Message info = filled(MasterInfo.newBuilder());
		assertThat(MasterInfoJsonWriter.write((MasterInfo) info)).isEqualTo(expected(info));
	}

	/** Set all fields at every depth. */
	private static Message filled(Message.Builder builder) {
		for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
			Object value = switch (field.getJavaType()) {
				case MESSAGE -> filled(builder.newBuilderForField(field));
				case ENUM -> field.getEnumType().getValues().get(1);
				case STRING -> field.getFullName();
				case INT -> field.getNumber();
				default -> throw new IllegalStateException("Nothing yet to set " + field + " to");
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
			return list.stream()
				.map(MasterInfoJsonWriterFieldsTests::expected)
				.collect(Collectors.joining(",", "[", "]"));
		}
		return (value instanceof Integer) ? value.toString() : "\"" + value + "\"";
	}

}
