package io.github.mesosdiscovery.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;
import io.github.mesosdiscovery.proto.MasterInfoOrBuilder;

/**
 * Writes {@code MasterInfo} as JSON, byte for byte as a Mesos master writes it into its
 * znode.
 * <p>
 * Mesos calls its {@code JSON::protobuf} of stout: no white space, the fields under their
 * names in the proto file and sorted by them, enums by name, a field that is not set only
 * when it has a default value.
 */
public final class MasterInfoJson {

	private final StringBuilder json = new StringBuilder(256);

	private MasterInfoJson() {
	}

	/**
	 * Return the JSON of a master.
	 * @param info what the master publishes
	 * @return one JSON object on one line
	 */
	public static String write(MasterInfoOrBuilder info) {
		MasterInfoJson writer = new MasterInfoJson();
		writer.object(info);
		return writer.json.toString();
	}

	static byte[] bytes(MasterInfoOrBuilder info) {
		return write(info).getBytes(StandardCharsets.UTF_8);
	}

	private void object(MessageOrBuilder message) {
		List<FieldDescriptor> fields = new ArrayList<>(message.getDescriptorForType().getFields());
		fields.removeIf((field) -> !isWritten(message, field));
		fields.sort(Comparator.comparing(FieldDescriptor::getName));
		this.json.append('{');
		joined(fields, (field) -> field(field, message.getField(field)));
		this.json.append('}');
	}

	private static boolean isWritten(MessageOrBuilder message, FieldDescriptor field) {
		if (field.isRepeated()) {
			return message.getRepeatedFieldCount(field) > 0;
		}
		return message.hasField(field) || (field.hasDefaultValue() && !field.getOptions().getDeprecated());
	}

	private void field(FieldDescriptor field, Object value) {
		JsonText.append(this.json, field.getName());
		this.json.append(':');
		if (field.isRepeated()) {
			this.json.append('[');
			joined((List<?>) value, (element) -> value(field, element));
			this.json.append(']');
		}
		else {
			value(field, value);
		}
	}

	private void value(FieldDescriptor field, Object value) {
		switch (field.getJavaType()) {
			case MESSAGE -> object((MessageOrBuilder) value);
			case ENUM -> JsonText.append(this.json, ((EnumValueDescriptor) value).getName());
			case STRING -> JsonText.append(this.json, (String) value);
			case BYTE_STRING ->
				JsonText.append(this.json, Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
			default -> this.json.append(number(field, value));
		}
	}

	private static String number(FieldDescriptor field, Object value) {
		return switch (field.getType()) {
			case UINT32, FIXED32 -> Integer.toUnsignedString((Integer) value);
			case UINT64, FIXED64 -> Long.toUnsignedString((Long) value);
			default -> value.toString();
		};
	}

	private <T> void joined(List<T> elements, Consumer<T> writer) {
		boolean first = true;
		for (T element : elements) {
			if (!first) {
				this.json.append(',');
			}
			first = false;
			writer.accept(element);
		}
	}

}
