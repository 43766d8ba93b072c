package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
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

/**
 * Refuses properties that do not exist: the locator would follow another cluster than
 * meant, or without a password. Environment variables and system properties can be meant
 * for other programs, so there only those are refused that were meant for a place of
 * masters, while none is set, and those below the clusters.
 */
class UnknownKeyCheck implements ImportBeanDefinitionRegistrar {

	/** Of each cluster. */
	static final List<String> KEYS = List.of("enabled", "wait-for-leader", "zk", "zk.url", "zk.username", "zk.password",
			"zk.session-timeout", "zk.resync-interval", "zk.labels", "zk.ssl.enabled", "zk.ssl.bundle",
			"zk.sasl.required", "master.scheme", "master.host");

	/** Of all. */
	private static final Set<String> COMMON = Set.of("clusters", "httpwaitforleader");

	private static final Set<String> KNOWN = KEYS.stream().map(UnknownKeyCheck::flat).collect(Collectors.toSet());

	private static final Pattern PLACE = Pattern
		.compile("(?:zk|zookeeper)?(?:ur[il]|connect(?:ion)?(?:string)?|servers?|hosts?|quorum|ensemble|0)|zookeeper");

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
		boolean placed = OnMainCluster.isSet(this.environment, "zk") || OnMainCluster.isSet(this.environment, "zk.url");
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
				boolean ours = filter.apply(source);
				iterable.stream().filter(ROOT::isAncestorOf).forEach((name) -> {
					if (CLUSTERS.isAncestorOf(name)) {
						checkCluster(name, variables);
					}
					else if (!isKnown(name, ROOT.getNumberOfElements())
							&& (ours || (!placed && PLACE.matcher(flat(rest(name, 2))).matches()))) {
						throw unknown(name, ROOT.toString());
					}
				});
			}
		}
	}

	private static void checkCluster(ConfigurationPropertyName name, boolean variables) {
		int start = CLUSTERS.getNumberOfElements() + 1;
		if (isKnown(name, start) && !COMMON.contains(flat(rest(name, start)))) {
			return;
		}
		if (variables) {
			for (int i = start + 1; i < name.getNumberOfElements(); i++) {
				if (isKnown(name, i)) {
					throw hyphen(name, start - 1, i);
				}
			}
		}
		throw unknown(name, CLUSTERS + ".<name>");
	}

	private static boolean isKnown(ConfigurationPropertyName name, int start) {
		String key = flat(rest(name, start)).replaceFirst("^zklabels\\d+$", "zklabels");
		return KNOWN.contains(key) || COMMON.contains(key);
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

	private static String rest(ConfigurationPropertyName name, int start) {
		return join(name, start, name.getNumberOfElements(), "");
	}

	private static String join(ConfigurationPropertyName name, int from, int to, String separator) {
		return IntStream.range(from, to)
			.mapToObj((i) -> name.getElement(i, Form.UNIFORM))
			.collect(Collectors.joining(separator));
	}

	private static String flat(String key) {
		return key.replaceAll("[-.]", "");
	}

}
