package io.github.mesosdiscovery.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.BindHandler;
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
 * value is looked at but whether a cluster is enabled. Internal.
 */
public final class ClusterNames {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName
		.of(PropertyChecks.MAIN_PREFIX + ".clusters");

	private static final int INDEX = ROOT.getNumberOfElements();

	private static final Pattern SHOWN = Pattern.compile("[\\w.-]+");

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
	public static List<String> of(Environment environment) {
		return all(environment).stream()
			.map(ClusterNames::check)
			.filter((name) -> isEnabled(environment, ROOT + "." + name))
			.toList();
	}

	/**
	 * Return whether a cluster is enabled.
	 * @param prefix the prefix of its properties
	 * @throws InvalidMesosPropertyException if the value is no boolean
	 */
	static boolean isEnabled(Environment environment, String prefix) {
		return !Boolean.FALSE.equals(Binder.get(environment, new MesosBindHandler(BindHandler.DEFAULT))
			.bind(prefix + ".enabled", Boolean.class)
			.orElse(null));
	}

	/** One property of each cluster. */
	private static Collection<ConfigurationPropertyName> all(Environment environment) {
		Map<String, ConfigurationPropertyName> names = new TreeMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().filter(ROOT::isAncestorOf).forEach((name) -> {
					// An environment variable has no hyphens, but means the same
					// cluster.
					names.merge(name.getElement(INDEX, Form.UNIFORM), name,
							(first, second) -> (cluster(second).length() > cluster(first).length()) ? second : first);
				});
			}
		}
		return names.values();
	}

	private static String cluster(ConfigurationPropertyName key) {
		return key.getElement(INDEX, Form.ORIGINAL);
	}

	private static String check(ConfigurationPropertyName key) {
		String name = cluster(key);
		if (name.equals(NamedLocators.MAIN)) {
			throw invalid(key, "'" + name + "' is the name of the main cluster");
		}
		if (!VALID.matcher(name).matches()) {
			throw invalid(key, "the name of a cluster consists of lower-case letters, digits and hyphens");
		}
		return name;
	}

	private static InvalidMesosPropertyException invalid(ConfigurationPropertyName key, String reason) {
		String name = cluster(key);
		// A value that landed in the place of a name can hold a password.
		boolean shown = SHOWN.matcher(name).matches();
		return new InvalidMesosPropertyException(ROOT + "." + (shown ? name : "<name>"), reason,
				ROOT + ".east.zk=" + MechanismProperty.DEFAULT)
			.at(shown ? key : null);
	}

}
