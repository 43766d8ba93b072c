package io.github.mesosdiscovery.codec;

import java.util.stream.Stream;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MasterInfoJsonReader}.
 */
class MasterInfoJsonReaderTests {

	@Test
	void everyField() {
		MasterInfo info = MasterInfoJsonReader.read("""
				{"id": "i", "ip": 1, "port": 2, "pid": "p", "hostname": "h", "version": "v",
				 "address": {"hostname": "ah", "ip": "ai", "port": 3},
				 "domain": {"fault_domain": {"region": {"name": "r"}, "zone": {"name": "z"}}},
				 "capabilities": [{"type": "AGENT_UPDATE"}, {"type": "QUOTA_V2"}]}
				""");
		MasterInfo.Builder expected = MasterInfo.newBuilder()
			.setId("i")
			.setIp(1)
			.setPort(2)
			.setPid("p")
			.setHostname("h")
			.setVersion("v")
			.setAddress(Address.newBuilder().setHostname("ah").setIp("ai").setPort(3));
		expected.getDomainBuilder().getFaultDomainBuilder().getRegionBuilder().setName("r");
		expected.getDomainBuilder().getFaultDomainBuilder().getZoneBuilder().setName("z");
		expected.addCapabilitiesBuilder().setType(Capability.Type.AGENT_UPDATE);
		expected.addCapabilitiesBuilder().setType(Capability.Type.QUOTA_V2);
		assertThat(info).isEqualTo(expected.build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", " \t\r\n{}\n", "{\"id\": null}", "{\"id\": null, \"ip\": null, \"address\": null}",
			"{\"capabilities\": null, \"domain\": null}", "{\"capabilities\": []}", "{\"capabilities\": [null, null]}",
			"{\"later\": 1, \"ID\": \"x\", \"Id\": 1.5e3}", "{\"later\": {\"id\": \"x\", \"deep\": [[{\"ip\": -1}]]}}",
			"{\"later\": true, \"more\": [1, null, \"x\"]}" })
	void nullAndUnknownFieldsAreNotSet(String json) {
		assertThat(MasterInfoJsonReader.read(json)).isEqualTo(MasterInfo.getDefaultInstance());
	}

	@Test
	void unknownFieldsAreSkippedEverywhere() {
		MasterInfo info = MasterInfoJsonReader.read("""
				{"x": {"id": "no"}, "address": {"x": [1], "ip": "i", "y": {"ip": "no"}},
				 "domain": {"x": 1, "fault_domain": {"x": {}, "region": {"x": [{}], "name": "r", "y": 1}}},
				 "capabilities": [{"x": {}, "type": "QUOTA_V2", "y": [[]]}], "y": null, "id": "i"}
				""");
		assertThat(info.getId()).isEqualTo("i");
		assertThat(info.getAddress().getIp()).isEqualTo("i");
		assertThat(info.getDomain().getFaultDomain().getRegion().getName()).isEqualTo("r");
		assertThat(info.getCapabilities(0).getType()).isEqualTo(Capability.Type.QUOTA_V2);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "5050, 5050", "'\"5050\"', 5050", "5050.0, 5050", "5.05e3, 5050", "'\"5050.0\"', 5050",
			"505000E-2, 5050", "3892422848, 3892422848", "'\"4294967295\"', 4294967295", "4294967295.0, 4294967295",
			"-0, 0", "0.0, 0", "1e-999999999, 0" })
	void unsignedNumber(String number, long expected) {
		assertThat(Integer.toUnsignedLong(MasterInfoJsonReader.read("{\"ip\": " + number + "}").getIp()))
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "4294967296", "4294967295.5", "1.5", "1e10", "1e999", "-1e999",
			"99999999999999999999", "\"\"", "\"x\"", "\"-\"", "\"1x\"", "\"0x10\"", "\"NaN\"", "\"Infinity\"", "\"1f\"",
			"\" 1\"", "\"1e\"", "\"\\u0661\"", "\"00000000000000000000000000000001x\"", "true", "{}", "[]", "[1]",
			"000000000000000000000000000000001", "\"000000000000000000000000000000001\"" })
	void invalidUnsignedNumber(String number) {
		refused("{\"ip\": " + number + "}");
	}

	@ParameterizedTest
	@CsvSource({ "2147483647, 2147483647", "-2147483648, -2147483648", "'\"-1\"', -1" })
	void signedNumber(String number, int expected) {
		assertThat(MasterInfoJsonReader.read("{\"address\": {\"port\": " + number + "}}").getAddress().getPort())
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "2147483648, 2147483648", "-2147483649, -2147483649", "'\"x\"', x", "1.5, 1.5" })
	void invalidSignedNumber(String number, String found) {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> MasterInfoJsonReader.read("{\"address\": {\"port\": " + number + "}}"))
			.withMessage("/address/port is '%s', expected a whole number from -2147483648 to 2147483647", found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\": 1}", "{\"id\": true}", "{\"id\": {}}", "{\"id\": [\"a\"]}", "{\"address\": 1}",
			"{\"address\": \"10.0.0.1\"}", "{\"address\": [{}]}", "{\"domain\": true}",
			"{\"domain\": {\"fault_domain\": \"x\"}}", "{\"domain\": {\"fault_domain\": {\"zone\": \"x\"}}}",
			"{\"domain\": {\"fault_domain\": {\"zone\": {\"name\": 1}}}}", "{\"capabilities\": \"QUOTA_V2\"}",
			"{\"capabilities\": [\"QUOTA_V2\"]}", "{\"capabilities\": [{\"type\": 3}]}",
			"{\"capabilities\": [{\"type\": [\"QUOTA_V2\"]}]}" })
	void fieldOfWrongType(String json) {
		refused(json);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'' | the JSON is empty, expected an object",
			"' ' | the JSON is empty, expected an object", "[] | the JSON is an array, expected an object",
			"1 | the JSON is '1', expected an object", "null | the JSON is 'null', expected an object",
			"\"a\\nb\" | the JSON is 'a\\u000Ab', expected an object", "{} {} | the JSON continues after the object",
			"{} 1 | the JSON continues after the object", "{\"id\": {}} | /id is an object, expected a string",
			"{\"id\": []} | /id is an array, expected a string" })
	void messageNamesWhatWasFound(String json, String message) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> MasterInfoJsonReader.read(json))
			.withMessage(message);
	}

	@Test
	void capabilityOfLaterMesosIsNotSet() {
		MasterInfo info = MasterInfoJsonReader
			.read("{\"capabilities\": [{\"type\": \"LATER\"}, {}, {\"type\": null}, null, {\"type\": \"QUOTA_V2\"}]}");
		assertThat(info.getCapabilitiesList()).extracting(Capability::hasType)
			.containsExactly(false, false, false, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\": \"QUOTA_V2\"}", "[[{\"type\": \"QUOTA_V2\"}]]",
			"[[], [null, {\"type\": \"QUOTA_V2\"}]]" })
	void capabilitiesAreReadLikeMesosDoes(String json) {
		assertThat(MasterInfoJsonReader.read("{\"capabilities\": " + json + "}").getCapabilitiesList())
			.extracting(Capability::getType)
			.containsExactly(Capability.Type.QUOTA_V2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\": \"a\", \"id\": \"a\"}", "{\"id\": null, \"id\": \"a\"}",
			"{\"i\\u0064\": \"a\", \"id\": \"a\"}", "{\"address\": {\"ip\": \"a\", \"ip\": \"b\"}}",
			"{\"later\": {\"a\": 1, \"a\": 1}}", "{\"later\": [[{\"b\": {\"a\": 1, \"a\": 1}}]]}",
			"{\"capabilities\": [{\"type\": \"QUOTA_V2\", \"type\": \"QUOTA_V2\"}]}" })
	void duplicateKey(String json) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> MasterInfoJsonReader.read(json))
			.withMessageContaining("Duplicate")
			.withMessageContaining("at line 1 and column ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"", "{\"id\"", "{\"id\":", "{\"id\": \"a", "{\"id\": \"a\"", "{\"id\": \"a\",}",
			"{\"capabilities\": [", "{\"later\": [", "{\"later\": {", "{'id': \"a\"}", "{id: \"a\"}", "{\"id\": 'a'}",
			"{/**/}", "{} //", "{} x", "{}}", "{\"id\": \"a\nb\"}", "{\"ip\": 01}", "{\"ip\": +1}", "{\"ip\": NaN}",
			"{\"ip\": .5}", "{\"ip\": 5.}", "{\"capabilities\": [,]}", "{\"id\": \"\\x\"}", "\ufeff{}", "{\u0000}",
			"x\u202ey", "{\"id\": \u202e}" })
	void invalidJson(String json) {
		refused(json);
	}

	@ParameterizedTest
	@MethodSource
	void beyondBounds(String json) {
		refused(json);
	}

	static Stream<String> beyondBounds() {
		return Stream.of("{\"later\": " + "[".repeat(16) + "]".repeat(16) + "}",
				"{\"later\": " + "{\"a\":".repeat(16) + "1" + "}".repeat(16) + "}",
				"{\"capabilities\": " + "[".repeat(16) + "]".repeat(16) + "}", "[".repeat(30_000),
				"{\"a\":".repeat(10_000), "{\"ip\": 1" + "0".repeat(32) + "}", "{\"ip\": 0." + "0".repeat(40) + "}");
	}

	@Test
	void exceededBoundIsNamed() {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> MasterInfoJsonReader.read("{\"later\": " + "[".repeat(17)))
			.withMessageStartingWith("the data is not valid JSON: ")
			.withMessageContaining("16");
	}

	@ParameterizedTest
	@MethodSource
	void withinBounds(String json) {
		assertThat(MasterInfoJsonReader.read(json)).isNotNull();
	}

	static Stream<String> withinBounds() {
		return Stream.of("{\"later\": " + "[".repeat(15) + "]".repeat(15) + "}",
				"{\"capabilities\": " + "[".repeat(15) + "]".repeat(15) + "}",
				"{\"id\": \"" + "x".repeat(60_000) + "\"}", "{\"" + "x".repeat(40_000) + "\": 1}",
				"{\"ip\": 0." + "0".repeat(30) + "}");
	}

	private static void refused(String json) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> MasterInfoJsonReader.read(json))
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(800).matches(EscapedText::isPlain));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"id\":", "{\"address\":{\"ip\":\"10.0.0.1\"", "{\"other\":[[1" })
	void messagesContainNoSourceOfJackson(String document) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> MasterInfoJsonReader.read(document))
			.withMessageContaining("end-of-input")
			.withMessageContaining("line 1")
			.withMessageNotContaining("Source")
			.withMessageNotContaining("marker at");
	}

}
