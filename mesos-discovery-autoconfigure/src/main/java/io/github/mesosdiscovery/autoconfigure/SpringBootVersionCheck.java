package io.github.mesosdiscovery.autoconfigure;

import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Stops an application on Spring Boot 3 or earlier, where health, meters and HTTP clients
 * would silently be missing. Uses only what those versions have as well.
 */
final class SpringBootVersionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final int REQUIRED = 4;

	private final String version;

	SpringBootVersionCheck() {
		this(SpringBootVersion.getVersion());
	}

	SpringBootVersionCheck(String version) {
		this.version = version;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (Integer.parseInt(this.version.split("\\.")[0]) < REQUIRED
				&& context.getEnvironment().getProperty("mesos.discovery.enabled", Boolean.class, true)) {
			throw new InvalidMesosConfigurationException(
					"The Mesos discovery starter needs Spring Boot " + REQUIRED + " or later, and this is Spring Boot "
							+ this.version + ". Its health, meters and HTTP clients would be missing.",
					"Upgrade to Spring Boot " + REQUIRED + ", remove the starter, or set 'mesos.discovery.enabled'"
							+ " to false.",
					null);
		}
	}

}
