package io.github.mesosdiscovery.sample.page;

import java.util.List;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MesosMaster;
import org.springframework.util.StringUtils;

/**
 * Names of masters on the page. Masters publish any text, so long ones are truncated.
 */
final class Names {

	private static final int LONGEST = 200;

	private static final int NAMED_AT_ONCE = 3;

	private Names() {
	}

	static String of(MasterRegistration registration) {
		if (registration instanceof MesosMaster master) {
			String host = master.hostname();
			return shortened(((host.indexOf(':') < 0) ? host : "[" + host + "]") + ":" + master.port());
		}
		return shortened(registration.znode());
	}

	static String of(List<MasterRegistration> registrations) {
		return (registrations.size() > NAMED_AT_ONCE) ? registrations.size() + " masters"
				: registrations.stream().map(Names::of).collect(Collectors.joining(", "));
	}

	static String shortened(String text) {
		return StringUtils.truncate(text, LONGEST);
	}

}
