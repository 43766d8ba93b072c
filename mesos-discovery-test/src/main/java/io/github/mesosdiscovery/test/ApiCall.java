package io.github.mesosdiscovery.test;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A call to one of Mesos' HTTP APIs.
 *
 * @param values the values of the JSON document, by their JSON Pointers
 */
record ApiCall(Map<String, String> values) {

	private static final JsonFactory FACTORY = new JsonFactory();

	/**
	 * Read a call.
	 * @throws JacksonException if the body is not JSON
	 */
	static ApiCall read(String body) {
		Map<String, String> values = new TreeMap<>();
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token.isScalarValue()) {
					values.put(parser.streamReadContext().pathAsPointer().toString(), parser.getString());
				}
			}
		}
		return new ApiCall(values);
	}

	String type() {
		return value("/type");
	}

	/**
	 * Return a value, or an empty string if there is none.
	 */
	String value(String pointer) {
		return this.values.getOrDefault(pointer, "");
	}

	/**
	 * Return the values below a pointer.
	 */
	Stream<String> valuesBelow(String pointer) {
		return this.values.entrySet()
			.stream()
			.filter((value) -> value.getKey().startsWith(pointer + "/"))
			.map(Map.Entry::getValue);
	}

}
