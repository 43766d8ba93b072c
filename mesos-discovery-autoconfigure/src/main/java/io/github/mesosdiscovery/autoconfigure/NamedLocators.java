package io.github.mesosdiscovery.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;

/**
 * The locators of a context by the names that their clusters are shown with.
 */
final class NamedLocators {

	/** The name of the main cluster, which is the one that is injected unasked. */
	static final String MAIN = "default";

	/** Begins the name of the lifecycle bean of a further cluster, and no other. */
	static final String LIFECYCLE = "mesosLocatorLifecycle-";

	private NamedLocators() {
	}

	/**
	 * Return all locators, those of parent contexts included, by the names of their
	 * beans, but the main one as {@link #MAIN}. A single further cluster is injected
	 * unasked where there is no main one, but keeps its name.
	 * @param beanFactory the locators
	 * @param main the locator that an injection point without a qualifier gets, or
	 * {@code null} if there is none. A bean factory that is asked for it does not see the
	 * parent's beside its own
	 */
	static Map<String, MesosMasterLocator> of(ConfigurableListableBeanFactory beanFactory,
			@Nullable MesosMasterLocator main) {
		Map<String, MesosMasterLocator> named = new LinkedHashMap<>();
		SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, MesosMasterLocator.class)
			.forEach((name, locator) -> named
				.put((locator == main && !beanFactory.containsBean(LIFECYCLE + name)) ? MAIN : name, locator));
		return named;
	}

}
