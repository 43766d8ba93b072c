package io.github.mesosdiscovery.sample;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Says who leads and where there is more to see.
 */
@RestController
class HomeController {

	private final MesosMasterLocator locator;

	HomeController(MesosMasterLocator locator) {
		this.locator = locator;
	}

	@GetMapping("/")
	Map<String, String> home() {
		Map<String, String> home = new LinkedHashMap<>();
		home.put("leader", this.locator.leader().map(MesosMaster::pid).orElse("none"));
		home.put("masters", url("/actuator/mesos"));
		home.put("health", url("/actuator/health"));
		return home;
	}

	private static String url(String path) {
		return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
	}

}
