package io.github.mesosdiscovery.codec;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import com.google.protobuf.ByteString;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MasterInfoFields}.
 */
class MasterInfoFieldsTests {

	private static final Map<String, BiConsumer<MasterInfo.Builder, String>> FIELDS = Map.of("id",
			MasterInfo.Builder::setId, "pid", MasterInfo.Builder::setPid, "hostname", MasterInfo.Builder::setHostname,
			"version", MasterInfo.Builder::setVersion, "address.hostname",
			(info, text) -> info.getAddressBuilder().setHostname(text), "address.ip",
			(info, text) -> info.getAddressBuilder().setIp(text), "domain.fault_domain.region.name",
			(info, text) -> info.getDomainBuilder().getFaultDomainBuilder().getRegionBuilder().setName(text),
			"domain.fault_domain.zone.name",
			(info, text) -> info.getDomainBuilder().getFaultDomainBuilder().getZoneBuilder().setName(text));

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "\u0000", "\u001b[31m", "\u202ea", "\u2069", "\ufffd", "\ud800", "\ufeff",
			"\u034f", "\u115f", "\u2800", "\u3164", "\ufe0f" })
	void hostileTextIsIgnoredInEveryField(String text) {
		FIELDS.forEach((field, setter) -> {
			MasterInfoFields fields = fields(setter, text);
			assertThat(fields.ignored()).containsOnlyKeys(field);
			assertThat(fields.ignored().get(field)).startsWith("'" + EscapedText.of(text) + "', expected ");
			MasterInfo.Builder emptied = fields.usable().toBuilder();
			setter.accept(emptied, "");
			assertThat(emptied.build()).isEqualTo(fields(setter, "").usable());
		});
	}

	@Test
	void lengthIsBoundedInEveryField() {
		for (String field : new String[] { "id", "version", "domain.fault_domain.region.name",
				"domain.fault_domain.zone.name" }) {
			assertThat(fields(setter(field), "x".repeat(300)).ignored()).isEmpty();
		}
		FIELDS
			.forEach((field, setter) -> assertThat(fields(setter, "x".repeat(301)).ignored()).containsOnlyKeys(field));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "hostname|<nil>|a host name or an IP address",
			"hostname|10.0.0.1:5050|a host name or an IP address", "hostname|u@evil.com|a host name or an IP address",
			"address.hostname|evil.com/@10.0.0.1|a host name or an IP address",
			"address.hostname|0x7f.1|a host name or an IP address", "address.ip|localhost|an IPv4 or IPv6 address",
			"address.ip|010.0.0.1|an IPv4 or IPv6 address", "address.ip|[::1]|an IPv4 or IPv6 address",
			"address.ip|fe80::1%eth0|an IPv4 or IPv6 address", "pid|slave(1)@10.0.0.1:5051|master@<host>:<port>",
			"pid|master@10.0.0.1:0|master@<host>:<port>", "pid|master@evil.com?:1|master@<host>:<port>" })
	void invalidAddressIsIgnored(String field, String text, String expected) {
		assertThat(fields(setter(field), text).ignored())
			.isEqualTo(Map.of(field, "'" + text + "', expected " + expected));
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 65536 })
	void portOutOfRangeIsIgnored(int port) {
		MasterInfo.Builder info = MasterInfo.newBuilder();
		info.getAddressBuilder().setIp("10.0.0.1").setPort(port);
		MasterInfoFields fields = new MasterInfoFields(info.build());
		assertThat(fields.ignored())
			.isEqualTo(Map.of("address.port", "'" + port + "', expected a port from 1 to 65535"));
		assertThat(fields.usable().getAddress()).isEqualTo(Address.newBuilder().setIp("10.0.0.1").build());
	}

	@Test
	void invalidUtf8IsIgnored() {
		MasterInfo info = MasterInfo.newBuilder()
			.setIdBytes(ByteString.copyFrom(new byte[] { 'a', (byte) 0xFF, 'b' }))
			.build();
		assertThat(new MasterInfoFields(info).ignored()).containsOnlyKeys("id");
	}

	@Test
	void reasonsAreBounded() {
		MasterInfo.Builder info = MasterInfo.newBuilder();
		FIELDS.values().forEach((setter) -> setter.accept(info, "\n".repeat(1000)));
		assertThat(new MasterInfoFields(info.build()).reasons()).startsWith("; id is '\\u000A").hasSizeLessThan(530);
	}

	@Test
	void everyStringFieldIsChecked() {
		long texts = Map
			.of("MasterInfo", MasterInfo.getDescriptor(), "Address",
					MasterInfo.getDescriptor().findFieldByName("address").getMessageType())
			.values()
			.stream()
			.flatMap((message) -> message.getFields().stream())
			.filter((field) -> field.getJavaType().name().equals("STRING"))
			.count();
		assertThat(texts + 2).isEqualTo(FIELDS.size());
	}

	private static BiConsumer<MasterInfo.Builder, String> setter(String field) {
		return Objects.requireNonNull(FIELDS.get(field));
	}

	private static MasterInfoFields fields(BiConsumer<MasterInfo.Builder, String> setter, String text) {
		MasterInfo.Builder info = MasterInfo.newBuilder();
		setter.accept(info, text);
		return new MasterInfoFields(info.build());
	}

}
