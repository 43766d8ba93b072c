package io.github.mesosdiscovery.codec;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo;

/**
 * The usable fields of a {@code MasterInfo}. A text that is not safe in a log line, a
 * host that is not safe in a URI, and a port out of range are ignored: Mesos looks at
 * none of them, so that none may cost the cluster its leader.
 */
final class MasterInfoFields {

	private static final int MAX_LENGTH = 300;

	private static final int MAX_REASONS_LENGTH = 500;

	/**
	 * What protobuf puts in place of bytes that are not UTF-8.
	 */
	private static final char REPLACEMENT = '\uFFFD';

	private static final String TEXT = "at most " + MAX_LENGTH + " printable characters in UTF-8";

	private static final String HOST = "a host name or an IP address";

	private final Map<String, String> ignored = new LinkedHashMap<>();

	private final MasterInfo usable;

	MasterInfoFields(MasterInfo published) {
		this.usable = usable(published);
	}

	/**
	 * Return the message without the ignored fields.
	 */
	MasterInfo usable() {
		return this.usable;
	}

	/**
	 * Return the ignored fields by name, each with its value and what was expected, fit
	 * for a log line.
	 */
	Map<String, String> ignored() {
		return this.ignored;
	}

	/**
	 * Return why fields are ignored, as the end of a message.
	 */
	String reasons() {
		StringBuilder reasons = new StringBuilder();
		this.ignored.forEach((field, reason) -> reasons.append("; ").append(field).append(" is ").append(reason));
		return EscapedText.of(reasons.toString(), MAX_REASONS_LENGTH);
	}

	private MasterInfo usable(MasterInfo info) {
		MasterInfo.Builder usable = info.toBuilder();
		if (isIgnored("id", info.getId(), true, TEXT)) {
			usable.clearId();
		}
		if (isIgnored("pid", info.getPid(), isPid(info.getPid()), "master@<host>:<port>")) {
			usable.clearPid();
		}
		if (isIgnored("hostname", info.getHostname(), Host.isValid(info.getHostname()), HOST)) {
			usable.clearHostname();
		}
		if (isIgnored("version", info.getVersion(), true, TEXT)) {
			usable.clearVersion();
		}
		Address address = info.getAddress();
		if (isIgnored("address.hostname", address.getHostname(), Host.isValid(address.getHostname()), HOST)) {
			usable.getAddressBuilder().clearHostname();
		}
		if (isIgnored("address.ip", address.getIp(), Host.isAddress(address.getIp()), "an IPv4 or IPv6 address")) {
			usable.getAddressBuilder().clearIp();
		}
		int port = address.getPort();
		if (address.hasPort() && isIgnored("address.port", String.valueOf(port), port >= 1 && port <= Port.MAX,
				"a port from 1 to " + Port.MAX)) {
			usable.getAddressBuilder().clearPort();
		}
		FaultDomain domain = info.getDomain().getFaultDomain();
		if (isIgnored("domain.fault_domain.region.name", domain.getRegion().getName(), true, TEXT)) {
			usable.getDomainBuilder().getFaultDomainBuilder().getRegionBuilder().clearName();
		}
		if (isIgnored("domain.fault_domain.zone.name", domain.getZone().getName(), true, TEXT)) {
			usable.getDomainBuilder().getFaultDomainBuilder().getZoneBuilder().clearName();
		}
		return this.ignored.isEmpty() ? info : usable.build();
	}

	private boolean isIgnored(String field, String text, boolean valid, String expected) {
		if (text.isEmpty() || (valid && isText(text))) {
			return false;
		}
		this.ignored.put(field, "'" + EscapedText.of(text) + "', expected " + expected);
		return true;
	}

	private static boolean isText(String text) {
		return text.length() <= MAX_LENGTH && text.indexOf(REPLACEMENT) < 0 && EscapedText.isPlain(text);
	}

	private static boolean isPid(String text) {
		try {
			return text.isEmpty() || Upid.parse(text).port() > 0;
		}
		catch (MasterDecodingException ex) {
			return false;
		}
	}

}
