package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Explains which property is wrong, where it was set, and gives an example. Ordered
 * before Spring Boot's own analyzers, which would show the value.
 */
@Order(0)
class InvalidMesosPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidMesosPropertyException> {

	private final @Nullable Environment environment;

	InvalidMesosPropertyFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidMesosPropertyException cause) {
		StringBuilder description = new StringBuilder();
		description.append("The property '%s' is wrong:%n".formatted(cause.getProperty()));
		ConfigurationProperty found = find(cause.getKey());
		if (found != null && cause.isDuration()) {
			append(description, "Value", found.getValue());
		}
		append(description, "Origin", (found != null) ? found.getOrigin() : null);
		String other = cause.getOther();
		if (other != null) {
			ConfigurationProperty beside = find(ConfigurationPropertyName.of(other));
			append(description, "Origin of '" + other + "'", (beside != null) ? beside.getOrigin() : null);
		}
		append(description, "Reason", cause.getReason());
		String action = "Correct it. For example:%n%n    %s".formatted(cause.getExample());
		return new FailureAnalysis(description.toString(), action, cause);
	}

	private void append(StringBuilder description, String label, @Nullable Object text) {
		if (text != null) {
			description.append("%n    %s: %s".formatted(label, text));
		}
	}

	/** Find a property, or the first one below it. */
	private @Nullable ConfigurationProperty find(@Nullable ConfigurationPropertyName name) {
		if (name == null || !(this.environment instanceof ConfigurableEnvironment configurable)) {
			return null;
		}
		Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources
			.from(configurable.getPropertySources());
		for (ConfigurationPropertySource source : sources) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found;
			}
		}
		for (ConfigurationPropertySource source : sources) {
			ConfigurationProperty found = (source instanceof IterableConfigurationPropertySource iterable)
					? iterable.stream()
						.filter(name::isAncestorOf)
						.map(iterable::getConfigurationProperty)
						.filter(Objects::nonNull)
						.findFirst()
						.orElse(null)
					: null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

}
