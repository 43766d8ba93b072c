package io.github.mesosdiscovery.autoconfigure;

import java.util.List;

import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says which clusters there are where a builder for the leader of another one is asked
 * for. Ordered before Spring Boot's own analyzer of a missing bean, which knows of none.
 */
@Order(0)
class UnknownClusterFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final Environment environment;

	UnknownClusterFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		InjectionPoint point = injectionPoint(rootFailure);
		MesosLeader leader = (point != null) ? point.getAnnotation(MesosLeader.class) : null;
		if (leader == null) {
			return null;
		}
		List<String> clusters = ClusterNames.of(this.environment);
		boolean main = leader.value().isEmpty();
		if (main ? clusters.size() < 2 : clusters.contains(leader.value())) {
			return null;
		}
		InvalidMesosLeaderException failure = main ? InvalidMesosLeaderException.ofMain(clusters)
				: InvalidMesosLeaderException.ofCluster(leader.value(), clusters);
		return new FailureAnalysis(failure.getReason() + ". It is on " + point + ".", failure.getAction() + ".", cause);
	}

	/** The innermost: the others are of the beans that need that one. */
	private static @Nullable InjectionPoint injectionPoint(Throwable failure) {
		InjectionPoint found = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnsatisfiedDependencyException unsatisfied
					&& unsatisfied.getInjectionPoint() != null) {
				found = unsatisfied.getInjectionPoint();
			}
		}
		return found;
	}

}
