package io.github.mesosdiscovery.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The names of the further clusters. They are needed before anything is bound, and no
 * value is looked at but whether a cluster is enabled.
 */
final class ClusterNames {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName
		.of(PropertyChecks.MAIN_PREFIX + ".clusters");

	private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]*");

	private ClusterNames() {
	}

	/**
	 * Return whether there is any cluster, whatever it is called.
	 */
	static boolean present(Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.containsDescendantOf(ROOT) == ConfigurationPropertyState.PRESENT) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the names of the clusters that are enabled.
	 * @throws InvalidMesosPropertyException if a name is not valid
	 */
	static List<String> of(Environment environment) {
		Binder binder = Binder.get(environment);
		return all(environment).stream().map(ClusterNames::check).filter((name) -> isEnabled(binder, name)).toList();
	}

	private static Collection<String> all(Environment environment) {
		Map<String, String> names = new TreeMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().filter(ROOT::isAncestorOf).forEach((name) -> {
					int index = ROOT.getNumberOfElements();
					// An environment variable has no hyphens, but means the same
					// cluster.
					names.merge(name.getElement(index, Form.UNIFORM), name.getElement(index, Form.ORIGINAL),
							(first, second) -> (second.length() > first.length()) ? second : first);
				});
			}
		}
		return names.values();
	}

	private static String check(String name) {
		if (name.equals(NamedLocators.MAIN)) {
			throw invalid(name, "'" + name + "' is what the main cluster is called");
		}
		if (!VALID.matcher(name).matches()) {
			throw invalid(name, "the name of a cluster is of lower-case letters, digits and hyphens");
		}
		return name;
	}

	private static InvalidMesosPropertyException invalid(String name, String reason) {
		return new InvalidMesosPropertyException(ROOT + "." + name, null, reason,
				ROOT + ".east.zk=" + MechanismProperty.DEFAULT);
	}

	private static boolean isEnabled(Binder binder, String name) {
		return !Boolean.FALSE.equals(binder.bind(ROOT + "." + name + ".enabled", Boolean.class).orElse(null));
	}

}
