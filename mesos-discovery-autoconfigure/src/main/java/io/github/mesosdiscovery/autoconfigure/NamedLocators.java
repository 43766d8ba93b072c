package io.github.mesosdiscovery.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;

/**
 * The locators of a context by the names of their clusters.
 */
final class NamedLocators {

	private static final String PREFIX = "mesosMasterLocator-";

	private NamedLocators() {
	}

	/**
	 * Return the name of the locator's bean of a further cluster. It is not the name of
	 * the cluster alone, which another bean can have.
	 */
	static String beanName(String cluster) {
		return PREFIX + cluster;
	}

	/**
	 * Return all locators, including those of parent contexts, by the names of their
	 * clusters. The main one is {@link MesosMasterLocator#DEFAULT_CLUSTER}, and any other
	 * locator of the application has the name of its bean. A single further cluster is
	 * injected unqualified where there is no main one, but keeps its name.
	 * @param beanFactory the locators
	 * @param main the locator that an injection point without a qualifier receives, or
	 * {@code null} if there is none. A bean factory that is asked for it does not see the
	 * parent's beside its own
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
