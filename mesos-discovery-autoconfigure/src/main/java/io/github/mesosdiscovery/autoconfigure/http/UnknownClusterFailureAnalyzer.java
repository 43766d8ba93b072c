package io.github.mesosdiscovery.autoconfigure.http;

import java.util.List;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.ConfiguredKeys;
import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains that a {@link MesosLeader} at an injection point names no cluster. Ordered
 * before Spring Boot's analyzer of missing beans.
 */
@Order(0)
class UnknownClusterFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final Environment environment;

	UnknownClusterFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String injectionPoint) {
		MesosLeader leader = innermostLeader(rootFailure);
		if (leader == null) {
			return null;
		}
		List<String> known = ConfiguredKeys.clusters(this.environment);
		boolean unknown = leader.value().isEmpty() ? cause.getBeanType() == MesosMasterLocator.class && !known.isEmpty()
				: !known.contains(leader.value());
		return unknown
				? new FailureAnalysis(description(leader.value(), known) + " Injection point: " + injectionPoint + ".",
						action(leader.value()), cause)
				: null;
	}

	private static @Nullable MesosLeader innermostLeader(Throwable failure) {
		InjectionPoint point = null;
		for (Throwable ex = failure; ex != null; ex = ex.getCause()) {
			point = (ex instanceof UnsatisfiedDependencyException unsatisfied) ? unsatisfied.getInjectionPoint()
					: point;
		}
		return (point != null) ? point.getAnnotation(MesosLeader.class) : null;
	}

	static String description(String cluster, List<String> known) {
		String reason = cluster.isEmpty()
				? "@MesosLeader without a name refers to the main cluster, which is not configured"
				: "@MesosLeader(\"" + cluster + "\") names an unknown cluster";
		return reason + ". Known clusters: " + known + ".";
	}

	static String action(String cluster) {
		String prefix = "mesos.discovery" + (cluster.isEmpty() ? "" : ".clusters." + cluster);
		return "Name one of them, or set '" + prefix + ".zk'.";
	}

}
