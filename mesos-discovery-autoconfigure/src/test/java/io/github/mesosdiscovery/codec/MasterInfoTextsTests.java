package io.github.mesosdiscovery.codec;

import java.util.Map;
import java.util.function.BiConsumer;

import com.google.protobuf.ByteString;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MasterInfoTexts}.
 */
class MasterInfoTextsTests {

	private static final Map<String, BiConsumer<MasterInfo.Builder, String>> FIELDS = Map.of("id",
			MasterInfo.Builder::setId, "pid", MasterInfo.Builder::setPid, "hostname", MasterInfo.Builder::setHostname,
			"version", MasterInfo.Builder::setVersion, "address.hostname",
			(info, text) -> info.getAddressBuilder().setHostname(text), "address.ip",
			(info, text) -> info.getAddressBuilder().setIp(text), "domain.fault_domain.region.name",
			(info, text) -> info.getDomainBuilder().getFaultDomainBuilder().getRegionBuilder().setName(text),
			"domain.fault_domain.zone.name",
			(info, text) -> info.getDomainBuilder().getFaultDomainBuilder().getZoneBuilder().setName(text));

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "\u0000", "\u001b[31m", "\u202ea", "\u2069", "\ufffd", "\ud800", "\ufeff" })
	void hostileTextIsRefusedInEveryField(String text) {
		FIELDS.forEach((field, setter) -> {
			MasterInfo.Builder info = MasterInfo.newBuilder();
			setter.accept(info, text);
			assertThatExceptionOfType(MasterDecodingException.class)
				.isThrownBy(() -> MasterInfoTexts.check(info.build()))
				.withMessage("%s is '%s', expected at most 300 printable characters in UTF-8", field,
						EscapedText.of(text));
		});
	}

	@Test
	void lengthIsBoundedInEveryField() {
		FIELDS.forEach((field, setter) -> {
			MasterInfo.Builder info = MasterInfo.newBuilder();
			setter.accept(info, "x".repeat(300));
			assertThatCode(() -> MasterInfoTexts.check(info.build())).doesNotThrowAnyException();
			setter.accept(info, "x".repeat(301));
			assertThatExceptionOfType(MasterDecodingException.class)
				.isThrownBy(() -> MasterInfoTexts.check(info.build()))
				.withMessageStartingWith(field + " is 'xxx");
		});
	}

	@Test
	void bytesThatAreNotUtf8AreRefused() {
		MasterInfo info = MasterInfo.newBuilder()
			.setIdBytes(ByteString.copyFrom(new byte[] { 'a', (byte) 0xFF, 'b' }))
			.build();
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> MasterInfoTexts.check(info));
	}

	@Test
	void everyTextOfTheMessageIsChecked() {
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

}
