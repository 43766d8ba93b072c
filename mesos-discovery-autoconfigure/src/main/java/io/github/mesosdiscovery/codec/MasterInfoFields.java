package io.github.mesosdiscovery.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo;

/**
 * The usable fields of a {@code MasterInfo}. A text that is not safe in a log line, an
 * invalid host and a port out of range are ignored. Mesos checks none of them, so none
 * may cost the cluster its leader.
 */
final class MasterInfoFields {

	private static final int MAX_LENGTH = 300;

	private static final int MAX_REASONS_LENGTH = 500;

	/** Protobuf decodes invalid UTF-8 to this character. */
	private static final String REPLACEMENT = "\uFFFD";

	private static final String TEXT = "at most " + MAX_LENGTH + " printable characters in UTF-8";

	private static final String HOST = "a host name or an IP address";

	private final Map<String, String> ignored = new LinkedHashMap<>();

	private final MasterInfo usable;

	MasterInfoFields(MasterInfo published) {
		Address address = published.getAddress();
		String port = address.hasPort() ? String.valueOf(address.getPort()) : "";
		FaultDomain domain = published.getDomain().getFaultDomain();
		MasterInfo.Builder info = published.toBuilder();
		check("id", published.getId(), TEXT, (id) -> true, info::clearId);
		check("pid", published.getPid(), Upid.EXPECTED, (pid) -> Upid.parse(pid).isPresent(), info::clearPid);
		check("hostname", published.getHostname(), HOST, Host::isValid, info::clearHostname);
		check("version", published.getVersion(), TEXT, (version) -> true, info::clearVersion);
		check("address.hostname", address.getHostname(), HOST, Host::isValid,
				() -> info.getAddressBuilder().clearHostname());
		check("address.ip", address.getIp(), "an IPv4 or IPv6 address", Host::isAddress,
				() -> info.getAddressBuilder().clearIp());
		check("address.port", port, "a port from 1 to " + Host.MAX_PORT, (text) -> Host.isPort(address.getPort()),
				() -> info.getAddressBuilder().clearPort());
		check("domain.fault_domain.region.name", domain.getRegion().getName(), TEXT, (name) -> true,
				() -> info.getDomainBuilder().getFaultDomainBuilder().getRegionBuilder().clearName());
		check("domain.fault_domain.zone.name", domain.getZone().getName(), TEXT, (name) -> true,
				() -> info.getDomainBuilder().getFaultDomainBuilder().getZoneBuilder().clearName());
		this.usable = this.ignored.isEmpty() ? published : info.build();
	}

	/**
	 * Return the message without the ignored fields.
	 */
	MasterInfo usable() {
		return this.usable;
	}

	/**
	 * Return the ignored fields by name, each with its escaped value and what was
	 * expected.
	 */
	Map<String, String> ignored() {
		return this.ignored;
	}

	/**
	 * Return the ignored fields as the end of a message.
	 */
	String reasons() {
		StringBuilder reasons = new StringBuilder();
		this.ignored.forEach((field, reason) -> reasons.append("; ").append(field).append(" is ").append(reason));
		return EscapedText.of(reasons.toString(), MAX_REASONS_LENGTH);
	}

	private void check(String field, String text, String expected, Predicate<String> valid, Runnable clear) {
		if (!text.isEmpty() && !(isText(text) && valid.test(text))) {
			this.ignored.put(field, "'" + EscapedText.of(text) + "', expected " + expected);
			clear.run();
		}
	}

	private static boolean isText(String text) {
		return text.length() <= MAX_LENGTH && !text.contains(REPLACEMENT) && EscapedText.isPlain(text);
	}

}
