package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Analyzes an {@link InvalidMesosConfigurationException} and adds the origins of the
 * properties. It precedes Spring Boot's own analyzers, which would show the value.
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
		for (String property : cause.getProperties()) {
			Origin origin = (this.environment != null) ? ConfiguredKeys.origin(this.environment, property) : null;
			if (origin != null) {
				description.append(
						"%n    Origin%s: %s".formatted(property.equals(wrong) ? "" : " of '" + property + "'", origin));
			}
		}
		description.append("%n    Reason: %s".formatted(cause.getDescription()));
		return new FailureAnalysis(description.toString(), cause.getAction(), cause);
	}

}
