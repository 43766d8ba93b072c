package io.github.mesosdiscovery.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks through a JSON object with the leniency of Mesos' own reader: null is a field
 * that is not set, and a number may be in a string or have a fraction of zeros. What
 * Mesos would bend is refused: numbers that do not fit and keys that occur twice.
 */
final class JsonFields implements AutoCloseable {

	private static final int MAX_DEPTH = 16;

	private static final int MAX_NUMBER_LENGTH = 32;

	private static final long MAX_UINT32 = 0xFFFF_FFFFL;

	private static final String NUMBER_CHARACTERS = "0123456789+-.eE";

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		// Names that strangers chose are not kept for the next document.
		.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
		// The size of the data bounds all else.
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
		.build();

	private final JsonParser parser;

	/**
	 * Stand at the first value of a document.
	 */
	JsonFields(String document) {
		this.parser = FACTORY.createParser(ObjectReadContext.empty(), document);
		this.parser.nextToken();
	}

	/**
	 * Step into the object that is the current value.
	 */
	void enterObject() {
		expect(JsonToken.START_OBJECT, "an object");
	}

	/**
	 * Step to the next field that is set, or out of the object.
	 * @return the name of the field, or {@code null} at the end of the object
	 */
	@Nullable String nextField() {
		String name = this.parser.nextName();
		while (name != null && this.parser.nextToken() == JsonToken.VALUE_NULL) {
			name = this.parser.nextName();
		}
		return name;
	}

	boolean isArray() {
		return this.parser.currentToken() == JsonToken.START_ARRAY;
	}

	/**
	 * Step to the next element that is not null, or out of the array.
	 * @return whether there is an element
	 */
	boolean nextElement() {
		JsonToken token = this.parser.nextToken();
		while (token == JsonToken.VALUE_NULL) {
			token = this.parser.nextToken();
		}
		return token != JsonToken.END_ARRAY;
	}

	void skip() {
		this.parser.skipChildren();
	}

	String string() {
		expect(JsonToken.VALUE_STRING, "a string");
		return this.parser.getString();
	}

	int uint32() {
		return (int) integer(0, MAX_UINT32);
	}

	int int32() {
		return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
	}

	/**
	 * Check that the document ends here.
	 */
	void end() {
		if (this.parser.nextToken() != null) {
			throw new MasterDecodingException("the JSON goes on behind the object");
		}
	}

	@Override
	public void close() {
		this.parser.close();
	}

	private long integer(long min, long max) {
		JsonToken token = this.parser.currentToken();
		double number = token.isScalarValue() ? number(this.parser.getString()) : Double.NaN;
		if (number >= min && number <= max && number == Math.rint(number)) {
			return (long) number;
		}
		throw refused("a whole number from " + min + " to " + max);
	}

	/**
	 * Return the number that text stands for, or NaN. A double holds every whole number
	 * of 32 bits, and no exponent makes it grow.
	 */
	private static double number(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (i == MAX_NUMBER_LENGTH || NUMBER_CHARACTERS.indexOf(text.charAt(i)) < 0) {
				return Double.NaN;
			}
		}
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

	private void expect(JsonToken expected, String description) {
		if (this.parser.currentToken() != expected) {
			throw refused(description);
		}
	}

	private MasterDecodingException refused(String expected) {
		String found = found(this.parser.currentToken());
		String path = this.parser.streamReadContext().pathAsPointer().toString();
		return new MasterDecodingException(
				(path.isEmpty() ? "the JSON" : path) + " is " + found + ", expected " + expected);
	}

	private String found(@Nullable JsonToken token) {
		if (token == null) {
			return "nothing";
		}
		if (token.isScalarValue()) {
			return "'" + EscapedText.of(this.parser.getString()) + "'";
		}
		return isArray() ? "an array" : "an object";
	}

}
