package io.github.mesosdiscovery.autoconfigure;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the start of an application on Spring Boot 3 or earlier, where conditions silently
 * leave out health, meters and clients. It uses only what those versions have, too.
 */
final class SpringBootVersionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final int SUPPORTED = 4;

	private final String version;

	SpringBootVersionCheck() {
		this(SpringBootVersion.getVersion());
	}

	SpringBootVersionCheck(String version) {
		this.version = version;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (Integer.parseInt(this.version.split("\\.")[0]) < SUPPORTED
				&& context.getEnvironment().getProperty("mesos.discovery.enabled", Boolean.class, true)) {
			throw new UnsupportedVersionException(this.version);
		}
	}

	static final class UnsupportedVersionException extends IllegalStateException {

		UnsupportedVersionException(String version) {
			super("The Mesos discovery starter needs Spring Boot " + SUPPORTED + " or later, and this is Spring Boot "
					+ version);
		}

	}

	static final class Analyzer extends AbstractFailureAnalyzer<UnsupportedVersionException> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedVersionException cause) {
			return new FailureAnalysis(cause.getMessage() + ". Its health, meters and HTTP clients would be missing.",
					"Upgrade to Spring Boot " + SUPPORTED + ", remove the starter, or set"
							+ " 'mesos.discovery.enabled' to false.",
					cause);
		}

	}

}
