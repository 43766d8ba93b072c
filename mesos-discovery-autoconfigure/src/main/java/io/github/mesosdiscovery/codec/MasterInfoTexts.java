package io.github.mesosdiscovery.codec;

import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo;

/**
 * Checks the texts of a {@code MasterInfo}, which reach log lines and the endpoint. What
 * a host may be is checked where it is used.
 */
final class MasterInfoTexts {

	private static final int MAX_LENGTH = 300;

	/**
	 * What protobuf puts in place of bytes that are not UTF-8.
	 */
	private static final char REPLACEMENT = '\uFFFD';

	private MasterInfoTexts() {
	}

	static void check(MasterInfo info) {
		check("id", info.getId());
		check("pid", info.getPid());
		check("hostname", info.getHostname());
		check("version", info.getVersion());
		check("address.hostname", info.getAddress().getHostname());
		check("address.ip", info.getAddress().getIp());
		FaultDomain domain = info.getDomain().getFaultDomain();
		check("domain.fault_domain.region.name", domain.getRegion().getName());
		check("domain.fault_domain.zone.name", domain.getZone().getName());
	}

	private static void check(String field, String text) {
		if (text.length() > MAX_LENGTH || text.indexOf(REPLACEMENT) >= 0 || !EscapedText.isPlain(text)) {
			throw new MasterDecodingException(field + " is '" + EscapedText.of(text) + "', expected at most "
					+ MAX_LENGTH + " printable characters in UTF-8");
		}
	}

}
