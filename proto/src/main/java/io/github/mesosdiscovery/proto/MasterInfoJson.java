package io.github.mesosdiscovery.proto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;

/**
 * Writes a {@code MasterInfo} as JSON, byte for byte as a Mesos master writes it into its
 * znode.
 * <p>
 * Like {@code JSON::protobuf} of Mesos, it writes no white space, names fields as the
 * proto file does and sorts them by name, writes enums by name, and omits fields that are
 * not set unless they have a default value, such as {@code port}. Fields are listed here
 * because loading the descriptors of protobuf takes long.
 */
public final class MasterInfoJson {

	private static final String ESCAPED = "\"\\\b\f\n\r\t";

	private static final String ESCAPES = "\"\\bfnrt";

	private MasterInfoJson() {
	}

	/**
	 * Write a message.
	 * @param info the message or its builder
	 * @return the JSON object
	 */
	public static String write(MasterInfoOrBuilder info) {
		Map<String, Object> fields = new TreeMap<>();
		put(fields, "id", info.hasId(), info.getId());
		put(fields, "ip", info.hasIp(), Integer.toUnsignedLong(info.getIp()));
		put(fields, "port", true, Integer.toUnsignedLong(info.getPort()));
		put(fields, "pid", info.hasPid(), info.getPid());
		put(fields, "hostname", info.hasHostname(), info.getHostname());
		put(fields, "version", info.hasVersion(), info.getVersion());
		put(fields, "address", info.hasAddress(), address(info.getAddress()));
		put(fields, "domain", info.hasDomain(), domain(info.getDomain()));
		put(fields, "capabilities", info.getCapabilitiesCount() > 0, capabilities(info.getCapabilitiesList()));
		return json(fields);
	}

	private static Map<String, Object> address(Address address) {
		Map<String, Object> fields = new TreeMap<>();
		put(fields, "hostname", address.hasHostname(), address.getHostname());
		put(fields, "ip", address.hasIp(), address.getIp());
		put(fields, "port", address.hasPort(), address.getPort());
		return fields;
	}

	private static Map<String, Object> domain(DomainInfo domain) {
		FaultDomain faultDomain = domain.getFaultDomain();
		Map<String, Object> region = new TreeMap<>();
		put(region, "name", faultDomain.getRegion().hasName(), faultDomain.getRegion().getName());
		Map<String, Object> zone = new TreeMap<>();
		put(zone, "name", faultDomain.getZone().hasName(), faultDomain.getZone().getName());
		Map<String, Object> regionAndZone = new TreeMap<>();
		put(regionAndZone, "region", faultDomain.hasRegion(), region);
		put(regionAndZone, "zone", faultDomain.hasZone(), zone);
		Map<String, Object> fields = new TreeMap<>();
		put(fields, "fault_domain", domain.hasFaultDomain(), regionAndZone);
		return fields;
	}

	private static List<Object> capabilities(List<Capability> capabilities) {
		List<Object> objects = new ArrayList<>();
		for (Capability capability : capabilities) {
			Map<String, Object> fields = new TreeMap<>();
			put(fields, "type", capability.hasType(), capability.getType().name());
			objects.add(fields);
		}
		return objects;
	}

	private static void put(Map<String, Object> fields, String name, boolean present, Object value) {
		if (present) {
			fields.put(name, value);
		}
	}

	private static String json(Object value) {
		if (value instanceof Map<?, ?> object) {
			return object.entrySet()
				.stream()
				.map((field) -> json(field.getKey()) + ":" + json(field.getValue()))
				.collect(Collectors.joining(",", "{", "}"));
		}
		if (value instanceof List<?> array) {
			return array.stream().map(MasterInfoJson::json).collect(Collectors.joining(",", "[", "]"));
		}
		return (value instanceof String text) ? quote(text) : value.toString();
	}

	// Like RapidJSON, which Mesos uses, leave slashes and characters beyond ASCII as they
	// are.
	private static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char character : text.toCharArray()) {
			int escape = ESCAPED.indexOf(character);
			if (escape >= 0) {
				quoted.append('\\').append(ESCAPES.charAt(escape));
			}
			else if (character < ' ') {
				quoted.append(String.format("\\u%04X", (int) character));
			}
			else {
				quoted.append(character);
			}
		}
		return quoted.append('"').toString();
	}

}
