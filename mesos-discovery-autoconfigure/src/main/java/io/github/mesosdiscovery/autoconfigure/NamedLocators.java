package io.github.mesosdiscovery.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;

/**
 * Locators of a context by the names of their clusters.
 */
final class NamedLocators {

	private static final String PREFIX = "mesosMasterLocator-";

	private NamedLocators() {
	}

	/**
	 * Return the bean name of a further cluster's locator. Another bean can have the name
	 * of the cluster.
	 */
	static String beanName(String cluster) {
		return PREFIX + cluster;
	}

	/**
	 * Return all locators, including those of parent contexts. The main one is
	 * {@link MesosMasterLocator#DEFAULT_CLUSTER}; any other locator of the application
	 * has the name of its bean.
	 * @param main the locator that an unqualified injection point receives, or
	 * {@code null} if there is none. This can be the one of a further cluster, which
	 * keeps its name.
	 */
	static Map<String, MesosMasterLocator> of(ConfigurableListableBeanFactory beanFactory,
			@Nullable MesosMasterLocator main) {
		Map<String, MesosMasterLocator> named = new LinkedHashMap<>();
		SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, MesosMasterLocator.class)
			.forEach((bean, locator) -> {
				String other = (locator == main) ? MesosMasterLocator.DEFAULT_CLUSTER : bean;
				named.put(bean.startsWith(PREFIX) ? bean.substring(PREFIX.length()) : other, locator);
			});
		return named;
	}

}
