package io.github.mesosdiscovery.codec;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON of a {@code MasterInfo}, which Mesos writes since 0.24. Like Mesos' own
 * parser it skips null and unknown fields, and accepts numbers in strings and with a
 * fraction of zeros. Unlike Mesos it refuses duplicate keys and numbers out of range.
 * <p>
 * Fields are matched by name because loading the descriptors of protobuf takes longer
 * than everything else in this package.
 */
final class MasterInfoJsonReader {

	private static final int MAX_DEPTH = 16;

	private static final int MAX_MESSAGE_LENGTH = 200;

	private static final long MAX_UINT32 = 0xFFFF_FFFFL;

	/** Text that {@code Double.parseDouble} accepts, without NaN, suffixes and hex. */
	private static final Pattern NUMBER = Pattern
		.compile("(?=.{1,32}$)[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

	/** The position of an opening bracket in Jackson's messages. */
	private static final Pattern START_MARKER = Pattern.compile("\\s*\\(start marker at [^)]*\\)[^)]*\\)?");

	/** Canonicalizing names would keep foreign names in memory. */
	private static final JsonFactory FACTORY = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
		.build();

	private final JsonParser parser;

	private MasterInfoJsonReader(JsonParser parser) {
		this.parser = parser;
	}

	static MasterInfo read(String document) {
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
			parser.nextToken();
			MasterInfo.Builder info = MasterInfo.newBuilder();
			new MasterInfoJsonReader(parser).masterInfo(info);
			if (parser.nextToken() != null) {
				throw new MasterDecodingException("the JSON continues after the object");
			}
			return info.build();
		}
		catch (JacksonException ex) {
			throw new MasterDecodingException("the data is not valid JSON" + position(ex.getLocation()) + ": "
					+ EscapedText.of(START_MARKER.matcher(ex.getOriginalMessage()).replaceAll(""), MAX_MESSAGE_LENGTH));
		}
	}

	// Null if a constraint is exceeded.
	private static String position(@Nullable TokenStreamLocation location) {
		return (location == null) ? "" : ", at line " + location.getLineNr() + " and column " + location.getColumnNr();
	}

	private void masterInfo(MasterInfo.Builder info) {
		object((field) -> {
			switch (field) {
				case "id" -> info.setId(string());
				case "ip" -> info.setIp(uint32());
				case "port" -> info.setPort(uint32());
				case "pid" -> info.setPid(string());
				case "hostname" -> info.setHostname(string());
				case "version" -> info.setVersion(string());
				case "address" -> address(info.getAddressBuilder());
				case "domain" -> domain(info.getDomainBuilder());
				case "capabilities" -> capabilities(info);
				default -> this.parser.skipChildren();
			}
		});
	}

	private void address(Address.Builder address) {
		object((field) -> {
			switch (field) {
				case "hostname" -> address.setHostname(string());
				case "ip" -> address.setIp(string());
				case "port" -> address.setPort((int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
				default -> this.parser.skipChildren();
			}
		});
	}

	private void domain(DomainInfo.Builder domain) {
		object("fault_domain", () -> faultDomain(domain.getFaultDomainBuilder()));
	}

	private void faultDomain(FaultDomain.Builder domain) {
		object((field) -> {
			switch (field) {
				case "region" -> name(domain.getRegionBuilder()::setName);
				case "zone" -> name(domain.getZoneBuilder()::setName);
				default -> this.parser.skipChildren();
			}
		});
	}

	private void name(Consumer<String> setter) {
		object("name", () -> setter.accept(string()));
	}

	// Like Mesos, accept a single object, and arrays within arrays.
	private void capabilities(MasterInfo.Builder info) {
		if (this.parser.currentToken() != JsonToken.START_ARRAY) {
			info.addCapabilities(capability());
			return;
		}
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			if (this.parser.currentToken() != JsonToken.VALUE_NULL) {
				capabilities(info);
			}
		}
	}

	private Capability capability() {
		Capability.Builder capability = Capability.newBuilder();
		object("type", () -> type(capability, string()));
		return capability.build();
	}

	// Like proto2, leave a type of a later Mesos unset.
	private static void type(Capability.Builder capability, String name) {
		for (Capability.Type type : Capability.Type.values()) {
			if (type.name().equals(name)) {
				capability.setType(type);
			}
		}
	}

	/**
	 * Read an object, calling back at the value of each field that is not null.
	 */
	private void object(Consumer<String> field) {
		expect(JsonToken.START_OBJECT, "an object");
		for (String name = this.parser.nextName(); name != null; name = this.parser.nextName()) {
			if (this.parser.nextToken() != JsonToken.VALUE_NULL) {
				field.accept(name);
			}
		}
	}

	/**
	 * Read an object of which a single field matters.
	 */
	private void object(String field, Runnable value) {
		object((name) -> {
			if (name.equals(field)) {
				value.run();
			}
			else {
				this.parser.skipChildren();
			}
		});
	}

	private String string() {
		expect(JsonToken.VALUE_STRING, "a string");
		return this.parser.getString();
	}

	private int uint32() {
		return (int) integer(0, MAX_UINT32);
	}

	// A double holds every 32-bit integer, and large exponents cost no memory.
	private long integer(long min, long max) {
		if (this.parser.currentToken().isScalarValue() && NUMBER.matcher(this.parser.getString()).matches()) {
			double number = Double.parseDouble(this.parser.getString());
			if (number >= min && number <= max && number == Math.rint(number)) {
				return (long) number;
			}
		}
		throw unexpected("a whole number from " + min + " to " + max);
	}

	private void expect(JsonToken token, String description) {
		if (this.parser.currentToken() != token) {
			throw unexpected(description);
		}
	}

	private MasterDecodingException unexpected(String expected) {
		String path = this.parser.streamReadContext().pathAsPointer().toString();
		return new MasterDecodingException(
				(path.isEmpty() ? "the JSON" : path) + " is " + describeValue() + ", expected " + expected);
	}

	private String describeValue() {
		JsonToken token = this.parser.currentToken();
		if (token == null) {
			return "empty";
		}
		if (token.isScalarValue()) {
			return "'" + EscapedText.of(this.parser.getString()) + "'";
		}
		return (token == JsonToken.START_ARRAY) ? "an array" : "an object";
	}

}
