package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;

/**
 * Refuses properties that do not exist: the locator would follow another cluster than
 * meant, or without a password. Environment variables and system properties can be meant
 * for other programs, so there only those are refused that differ from a key in
 * separators, those that were meant for a place of masters, while no cluster is
 * configured, and those below the clusters.
 */
class UnknownKeyCheck implements ImportBeanDefinitionRegistrar {

	/** Of each cluster. */
	static final List<String> KEYS = List.of("enabled", "wait-for-leader", "zk", "zk.url", "zk.username", "zk.password",
			"zk.session-timeout", "zk.resync-interval", "zk.labels", "zk.ssl.enabled", "zk.ssl.bundle",
			"zk.sasl.required", "master.scheme", "master.host");

	private static final List<String> MAIN_KEYS = Stream
		.concat(KEYS.stream(), Stream.of("clusters", "http.wait-for-leader"))
		.toList();

	private static final Pattern PLACE = Pattern.compile("zookeeper"
			+ "|(?:zk|zookeeper)\\.(?:ur[il]|connect(?:ion)?\\.?(?:string)?|servers?|hosts?|quorum|ensemble|0)");

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(PropertyChecks.MAIN_PREFIX);

	private static final ConfigurationPropertyName CLUSTERS = ROOT.append("clusters");

	private static final Pattern SHOWN = Pattern.compile("[\\w.\\[\\]-]+");

	private final Environment environment;

	UnknownKeyCheck(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		UnboundElementsSourceFilter filter = new UnboundElementsSourceFilter();
		boolean placed = ClusterNames.present(this.environment) || OnMainCluster.isSet(this.environment, "zk")
				|| OnMainCluster.isSet(this.environment, "zk.url");
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				boolean variables = isVariables(source);
				boolean ours = filter.apply(source);
				if (ours && hasValue(iterable, ROOT)) {
					throw unknown(ROOT, ROOT.toString());
				}
				iterable.stream().filter(ROOT::isAncestorOf).forEach((name) -> {
					if (CLUSTERS.isAncestorOf(name)) {
						checkCluster(name, variables);
					}
					else if (!isKnown(MAIN_KEYS, key(name, 2), variables) && (ours || differsInSeparators(key(name, 2))
							|| (!placed && PLACE.matcher(key(name, 2)).matches()))) {
						throw unknown(name, ROOT.toString());
					}
				});
			}
		}
	}

	static boolean isVariables(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
	}

	/** An empty one is left of a key in YAML with nothing below it. */
	private static boolean hasValue(IterableConfigurationPropertySource source, ConfigurationPropertyName name) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		return property != null && StringUtils.hasText(ObjectUtils.nullSafeToString(property.getValue()));
	}

	private static void checkCluster(ConfigurationPropertyName name, boolean variables) {
		int start = CLUSTERS.getNumberOfElements() + 1;
		if (isKnown(KEYS, key(name, start), variables)) {
			return;
		}
		if (variables) {
			for (int i = start + 1; i < name.getNumberOfElements(); i++) {
				if (isKnown(KEYS, key(name, i), true)) {
					throw hyphen(name, start - 1, i);
				}
			}
		}
		throw unknown(name, CLUSTERS + ".<name>");
	}

	/** In environment variables, Spring Boot takes an underscore for a dash, too. */
	private static boolean isKnown(List<String> keys, String key, boolean variables) {
		return keys.stream()
			.anyMatch((known) -> key.equals(known.replace("-", ""))
					|| (variables && key.equals(known.replace('-', '.'))));
	}

	private static boolean differsInSeparators(String key) {
		return MAIN_KEYS.stream().anyMatch((known) -> key.replace(".", "").equals(known.replaceAll("[-.]", "")));
	}

	private static InvalidMesosPropertyException hyphen(ConfigurationPropertyName name, int from, int to) {
		String variable = ("MESOS_DISCOVERY_CLUSTERS_" + join(name, from, to, "") + "_"
				+ join(name, to, name.getNumberOfElements(), "_"))
			.toUpperCase(Locale.ROOT);
		return new InvalidMesosPropertyException(name.toString(),
				"an environment variable has the name of a cluster without hyphens and underscores: " + variable
						+ " is of the cluster '" + join(name, from, to, "-")
						+ "' if another source of properties has that name, " + "and of '" + join(name, from, to, "")
						+ "' otherwise",
				variable + "=" + MechanismProperty.DEFAULT);
	}

	private static InvalidMesosPropertyException unknown(ConfigurationPropertyName name, String prefix) {
		String text = name.toString();
		// A value that landed in the place of a name can hold a password.
		boolean shown = SHOWN.matcher(text).matches();
		return new InvalidMesosPropertyException(shown ? text : prefix + ".<key>",
				"there is no such property. The place of the masters is '" + prefix + ".zk', or '" + prefix
						+ ".zk.url' in YAML that has other keys below 'zk'. All keys below '" + prefix + "' are "
						+ String.join(", ", KEYS),
				prefix + ".zk=" + MechanismProperty.DEFAULT)
			.at(shown ? name : null);
	}

	private static String key(ConfigurationPropertyName name, int start) {
		return join(name, start, name.getNumberOfElements(), ".").replaceFirst("^zk\\.labels\\.\\d+$", "zk.labels");
	}

	private static String join(ConfigurationPropertyName name, int from, int to, String separator) {
		return IntStream.range(from, to)
			.mapToObj((i) -> name.getElement(i, Form.UNIFORM))
			.collect(Collectors.joining(separator));
	}

}
