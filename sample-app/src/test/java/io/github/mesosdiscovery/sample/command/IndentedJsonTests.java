package io.github.mesosdiscovery.sample.command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IndentedJson}.
 */
class IndentedJsonTests {

	@Test
	void putsEachValueOnItsOwnLine() {
		assertThat(IndentedJson.of("[{\"id\":\"a\",\"ip\":16777343,\"address\":{\"port\":5050}},{\"id\":\"b\"}]"))
			.isEqualTo("""
					[
					    {
					        "id": "a",
					        "ip": 16777343,
					        "address": {
					            "port": 5050
					        }
					    },
					    {
					        "id": "b"
					    }
					]""");
	}

	@Test
	void keepsEmptyBracketsTogether() {
		assertThat(IndentedJson.of("{\"a\":[],\"b\":{},\"c\":[{}]}")).isEqualTo("""
				{
				    "a": [],
				    "b": {},
				    "c": [
				        {}
				    ]
				}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{[,:]}", "\\\"", "\\\\", "\\\\\\\"{", "a \\n b", "\\u0022[", "ö €" })
	void leavesStringsUnchanged(String content) {
		String json = "{\"id\":\"" + content + "\",\"port\":1}";
		String indented = IndentedJson.of(json);
		assertThat(indented).isEqualTo("{\n    \"id\": \"" + content + "\",\n    \"port\": 1\n}");
		JsonMapper mapper = new JsonMapper();
		assertThat(mapper.readTree(indented)).isEqualTo(mapper.readTree(json));
	}

}
