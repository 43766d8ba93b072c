package io.github.mesosdiscovery.codec;

import java.util.regex.Pattern;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain.RegionInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain.ZoneInfo;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Reads the JSON of a {@code MasterInfo}, as Mesos writes it since 0.24. Fields that are
 * not known are passed over.
 * <p>
 * The fields are named here rather than found by the descriptors of protobuf: those take
 * longer to load than all the rest of this package.
 */
final class MasterInfoJson {

	private static final int MAX_MESSAGE_LENGTH = 200;

	/** Where a bracket was opened, which Jackson adds in words of its own. */
	private static final Pattern SOURCE = Pattern.compile("\\s*\\(start marker at [^)]*\\)[^)]*\\)?");

	private final JsonFields json;

	private MasterInfoJson(JsonFields json) {
		this.json = json;
	}

	static MasterInfo read(String document) {
		try (JsonFields json = new JsonFields(document)) {
			MasterInfo info = new MasterInfoJson(json).masterInfo();
			json.end();
			return info;
		}
		catch (JacksonException ex) {
			throw new MasterDecodingException("the data is not JSON that can be read" + place(ex.getLocation()) + ": "
					+ EscapedText.of(SOURCE.matcher(ex.getOriginalMessage()).replaceAll(""), MAX_MESSAGE_LENGTH));
		}
	}

	// What goes beyond a bound has no place.
	private static String place(@Nullable TokenStreamLocation location) {
		return (location == null) ? "" : ", at line " + location.getLineNr() + " and column " + location.getColumnNr();
	}

	private MasterInfo masterInfo() {
		MasterInfo.Builder info = MasterInfo.newBuilder();
		this.json.enterObject();
		for (String name = this.json.nextField(); name != null; name = this.json.nextField()) {
			switch (name) {
				case "id" -> info.setId(this.json.string());
				case "ip" -> info.setIp(this.json.uint32());
				case "port" -> info.setPort(this.json.uint32());
				case "pid" -> info.setPid(this.json.string());
				case "hostname" -> info.setHostname(this.json.string());
				case "version" -> info.setVersion(this.json.string());
				case "address" -> info.setAddress(address());
				case "domain" -> info.setDomain(domain());
				case "capabilities" -> capabilities(info);
				default -> this.json.skip();
			}
		}
		return info.build();
	}

	private Address address() {
		Address.Builder address = Address.newBuilder();
		this.json.enterObject();
		for (String name = this.json.nextField(); name != null; name = this.json.nextField()) {
			switch (name) {
				case "hostname" -> address.setHostname(this.json.string());
				case "ip" -> address.setIp(this.json.string());
				case "port" -> address.setPort(this.json.int32());
				default -> this.json.skip();
			}
		}
		return address.build();
	}

	private DomainInfo domain() {
		DomainInfo.Builder domain = DomainInfo.newBuilder();
		this.json.enterObject();
		for (String name = this.json.nextField(); name != null; name = this.json.nextField()) {
			switch (name) {
				case "fault_domain" -> domain.setFaultDomain(faultDomain());
				default -> this.json.skip();
			}
		}
		return domain.build();
	}

	private FaultDomain faultDomain() {
		FaultDomain.Builder domain = FaultDomain.newBuilder();
		this.json.enterObject();
		for (String name = this.json.nextField(); name != null; name = this.json.nextField()) {
			switch (name) {
				case "region" -> domain.setRegion(RegionInfo.newBuilder().setName(stringField("name")));
				case "zone" -> domain.setZone(ZoneInfo.newBuilder().setName(stringField("name")));
				default -> this.json.skip();
			}
		}
		return domain.build();
	}

	/**
	 * Read an object for the one string in it that counts.
	 */
	private String stringField(String field) {
		String value = "";
		this.json.enterObject();
		for (String name = this.json.nextField(); name != null; name = this.json.nextField()) {
			if (name.equals(field)) {
				value = this.json.string();
			}
			else {
				this.json.skip();
			}
		}
		return value;
	}

	// As for Mesos, one object without an array is one element, and arrays in arrays are
	// as good as one.
	private void capabilities(MasterInfo.Builder info) {
		if (!this.json.isArray()) {
			info.addCapabilities(capability());
			return;
		}
		while (this.json.nextElement()) {
			capabilities(info);
		}
	}

	// A type of a later Mesos is not set, as proto2 has it.
	private Capability capability() {
		Capability.Builder capability = Capability.newBuilder();
		String type = stringField("type");
		for (Capability.Type known : Capability.Type.values()) {
			if (known.name().equals(type)) {
				capability.setType(known);
			}
		}
		return capability.build();
	}

}
