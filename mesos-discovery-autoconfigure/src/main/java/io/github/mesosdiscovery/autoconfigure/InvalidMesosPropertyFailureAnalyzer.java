package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Says which property is wrong, where it was set and what a right value is. Boot's own
 * analyzers would show the value, which can hold a password.
 */
class InvalidMesosPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidMesosPropertyException> {

	private final @Nullable Environment environment;

	InvalidMesosPropertyFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidMesosPropertyException cause) {
		StringBuilder description = new StringBuilder();
		description.append("The property '%s' is wrong:%n".formatted(cause.getProperty()));
		append(description, "Value", cause.getValue());
		append(description, "Origin", origin(cause.getProperty()));
		append(description, "Reason", cause.getReason());
		String action = "Correct it. A right value is, for example:%n%n    %s".formatted(cause.getExample());
		return new FailureAnalysis(description.toString(), action, cause);
	}

	private void append(StringBuilder description, String label, @Nullable String text) {
		if (text != null) {
			description.append("%n    %s: %s".formatted(label, text));
		}
	}

	private @Nullable String origin(String property) {
		// A name of a cluster that is not valid makes no valid name of a property.
		ConfigurationPropertyName name = ConfigurationPropertyName.ofIfValid(property);
		if (name == null || !(this.environment instanceof ConfigurableEnvironment configurable)) {
			return null;
		}
		for (var source : ConfigurationPropertySources.from(configurable.getPropertySources())) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return Objects.toString(found.getOrigin(), null);
			}
		}
		return null;
	}

}
