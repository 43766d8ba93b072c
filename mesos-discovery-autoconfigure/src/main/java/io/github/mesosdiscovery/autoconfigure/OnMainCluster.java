package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches unless only further clusters are configured, by properties or by connection
 * details.
 */
class OnMainCluster extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		boolean match = !ClusterNames.present(environment)
				|| UnknownKeyCheck.KEYS.stream()
					.filter((key) -> key.startsWith("zk"))
					.anyMatch((key) -> isSet(environment, key))
				|| Objects.requireNonNull(context.getBeanFactory())
					.getBeanNamesForType(MesosDiscoveryConnectionDetails.class, true, false).length > 0;
		return new ConditionOutcome(match, ConditionMessage.forCondition("Main cluster")
			.because(match ? "it is configured, or nothing is" : "only further clusters are configured"));
	}

	/**
	 * Return whether a property of the main cluster is set. No value is evaluated if the
	 * source can list its names: that could start a container.
	 */
	static boolean isSet(Environment environment, String key) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(PropertyChecks.MAIN_PREFIX + "." + key);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			// In an environment variable, an underscore can stand for a dash.
			if ((source instanceof IterableConfigurationPropertySource iterable && !UnknownKeyCheck.isVariables(source))
					? iterable.stream().anyMatch(name::equals) : source.getConfigurationProperty(name) != null) {
				return true;
			}
		}
		return false;
	}

}
