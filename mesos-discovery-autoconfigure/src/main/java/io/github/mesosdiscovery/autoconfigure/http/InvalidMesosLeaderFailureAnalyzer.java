package io.github.mesosdiscovery.autoconfigure.http;

import java.util.List;

import io.github.mesosdiscovery.autoconfigure.ConfiguredKeys;
import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains an {@link InvalidMesosLeaderException}, and a missing builder for an unknown
 * cluster. Ordered before Spring Boot's own analyzer of missing beans.
 */
@Order(0)
class InvalidMesosLeaderFailureAnalyzer implements FailureAnalyzer {

	private final Environment environment;

	InvalidMesosLeaderFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		InjectionPoint point = null;
		InvalidMesosLeaderException found = null;
		for (Throwable cause = failure; cause != null && found == null; cause = cause.getCause()) {
			if (cause instanceof UnsatisfiedDependencyException unsatisfied
					&& unsatisfied.getInjectionPoint() != null) {
				point = unsatisfied.getInjectionPoint();
			}
			if (cause instanceof NoSuchBeanDefinitionException && point != null) {
				found = unknownCluster(point.getAnnotation(MesosLeader.class));
			}
			else if (cause instanceof InvalidMesosLeaderException invalid) {
				found = invalid;
			}
		}
		String where = (point != null) ? " The injection point is " + point + "." : "";
		return (found != null) ? new FailureAnalysis(found.getDescription() + where, found.getAction(), failure) : null;
	}

	private @Nullable InvalidMesosLeaderException unknownCluster(@Nullable MesosLeader leader) {
		if (leader == null || leader.value().isEmpty()) {
			return null;
		}
		List<String> known = ConfiguredKeys.clusters(this.environment);
		return known.contains(leader.value()) ? null
				: InvalidMesosLeaderException.unknownCluster(leader.value(), known);
	}

}
