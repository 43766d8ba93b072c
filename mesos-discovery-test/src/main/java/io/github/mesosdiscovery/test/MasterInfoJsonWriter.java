package io.github.mesosdiscovery.test;

import java.nio.charset.StandardCharsets;

import io.github.mesosdiscovery.proto.AddressOrBuilder;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.DomainInfoOrBuilder;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import io.github.mesosdiscovery.proto.MasterInfoOrBuilder;

/**
 * Writes {@code MasterInfo} as JSON, byte for byte like a Mesos master.
 * <p>
 * Like {@code JSON::protobuf} of stout, it writes no white space, fields by their names
 * in the proto file and in alphabetical order, enums by name, and an unset field only if
 * it has a default value, such as {@code port}. It does not use the descriptors of
 * protobuf, which are slow to load.
 */
final class MasterInfoJsonWriter {

	private MasterInfoJsonWriter() {
	}

	static String write(MasterInfoOrBuilder info) {
		JsonWriter json = new JsonWriter().begin('{');
		if (info.hasAddress()) {
			address(json.name("address"), info.getAddressOrBuilder());
		}
		if (info.getCapabilitiesCount() > 0) {
			json.name("capabilities").begin('[');
			for (Capability capability : info.getCapabilitiesList()) {
				capability(json, capability);
			}
			json.end(']');
		}
		if (info.hasDomain()) {
			domain(json.name("domain"), info.getDomainOrBuilder());
		}
		text(json, "hostname", info.hasHostname(), info.getHostname());
		text(json, "id", info.hasId(), info.getId());
		if (info.hasIp()) {
			json.name("ip").number(Integer.toUnsignedLong(info.getIp()));
		}
		text(json, "pid", info.hasPid(), info.getPid());
		json.name("port").number(Integer.toUnsignedLong(info.getPort()));
		text(json, "version", info.hasVersion(), info.getVersion());
		return json.end('}').toString();
	}

	static byte[] bytes(MasterInfoOrBuilder info) {
		return write(info).getBytes(StandardCharsets.UTF_8);
	}

	private static void address(JsonWriter json, AddressOrBuilder address) {
		json.begin('{');
		text(json, "hostname", address.hasHostname(), address.getHostname());
		text(json, "ip", address.hasIp(), address.getIp());
		if (address.hasPort()) {
			json.name("port").number(address.getPort());
		}
		json.end('}');
	}

	private static void capability(JsonWriter json, Capability capability) {
		json.begin('{');
		if (capability.hasType()) {
			json.name("type").string(capability.getType().name());
		}
		json.end('}');
	}

	private static void domain(JsonWriter json, DomainInfoOrBuilder domain) {
		json.begin('{');
		if (domain.hasFaultDomain()) {
			FaultDomain fault = domain.getFaultDomain();
			json.name("fault_domain").begin('{');
			if (fault.hasRegion()) {
				json.name("region").begin('{');
				text(json, "name", fault.getRegion().hasName(), fault.getRegion().getName());
				json.end('}');
			}
			if (fault.hasZone()) {
				json.name("zone").begin('{');
				text(json, "name", fault.getZone().hasName(), fault.getZone().getName());
				json.end('}');
			}
			json.end('}');
		}
		json.end('}');
	}

	private static void text(JsonWriter json, String name, boolean present, String value) {
		if (present) {
			json.name(name).string(value);
		}
	}

}
