package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains an {@link InvalidMesosConfigurationException}, with the origins of the
 * properties. Ordered before Spring Boot's own analyzers, which would show the value.
 */
@Order(0)
class InvalidMesosConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidMesosConfigurationException> {

	private final @Nullable Environment environment;

	InvalidMesosConfigurationFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidMesosConfigurationException cause) {
		if (cause.getProperties().isEmpty()) {
			return new FailureAnalysis(cause.getDescription(), cause.getAction(), cause);
		}
		String wrong = cause.getProperties().get(0);
		StringBuilder description = new StringBuilder("The property '%s' is wrong:%n".formatted(wrong));
		for (String name : cause.getProperties()) {
			ConfigurationProperty found = (this.environment != null)
					? ConfiguredKeys.findWithDescendants(this.environment, name) : null;
			if (found != null && found.getOrigin() != null) {
				description.append("%n    Origin%s: %s".formatted(name.equals(wrong) ? "" : " of '" + name + "'",
						found.getOrigin()));
			}
		}
		description.append("%n    Reason: %s".formatted(cause.getDescription()));
		return new FailureAnalysis(description.toString(), cause.getAction(), cause);
	}

}
