package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;

/**
 * Refuses keys that do not exist: the locator would follow another cluster than intended,
 * or without a password. Environment variables and system properties can be meant for
 * other programs. There, a key is refused if it is below the clusters, if it differs from
 * an existing one in separators only, or if it looks like the place of the masters while
 * no cluster is configured.
 */
final class UnknownKeys {

	private static final List<String> OF_MAIN_CLUSTER = Stream
		.concat(ConfiguredKeys.OF_CLUSTER.stream(), Stream.of("clusters", "http.wait-for-leader"))
		.toList();

	private static final Pattern PLACE = Pattern.compile("zookeeper"
			+ "|(?:zk|zookeeper)\\.(?:ur[il]|connect(?:ion)?\\.?(?:string)?|servers?|hosts?|quorum|ensemble|0)");

	private static final ConfigurationPropertyName ROOT = ConfiguredKeys.ROOT;

	private static final ConfigurationPropertyName CLUSTERS = ConfiguredKeys.CLUSTERS;

	private UnknownKeys() {
	}

	/**
	 * Check all sources that can list their names.
	 * @throws InvalidMesosConfigurationException if there is an unknown key
	 */
	static void check(Iterable<ConfigurationPropertySource> sources) {
		UnboundElementsSourceFilter filter = new UnboundElementsSourceFilter();
		boolean placed = ConfiguredKeys.hasClusters(sources) || ConfiguredKeys.isSet(sources, ROOT.append("zk"))
				|| ConfiguredKeys.isSet(sources, ROOT.append("zk.url"));
		for (ConfigurationPropertySource source : sources) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				boolean strict = filter.apply(source);
				if (strict) {
					checkRoot(source);
				}
				boolean variables = ConfiguredKeys.isVariables(source);
				iterable.stream().filter(ROOT::isAncestorOf).forEach((name) -> {
					if (CLUSTERS.isAncestorOf(name)) {
						checkCluster(name, variables);
					}
					else {
						checkMain(name, variables, strict, placed);
					}
				});
			}
		}
	}

	/** An empty value is what a key in YAML without anything below it leaves. */
	private static void checkRoot(ConfigurationPropertySource source) {
		ConfigurationProperty root = source.getConfigurationProperty(ROOT);
		if (root != null && StringUtils.hasText(ObjectUtils.nullSafeToString(root.getValue()))) {
			throw unknown(ROOT, ROOT.toString());
		}
	}

	private static void checkMain(ConfigurationPropertyName name, boolean variables, boolean strict, boolean placed) {
		String key = key(name, ROOT.getNumberOfElements());
		boolean misspelled = OF_MAIN_CLUSTER.stream()
			.anyMatch((known) -> key.replace(".", "").equals(known.replaceAll("[-.]", "")));
		if (!isKnown(OF_MAIN_CLUSTER, key, variables)
				&& (strict || misspelled || (!placed && PLACE.matcher(key).matches()))) {
			throw unknown(name, ROOT.toString());
		}
	}

	private static void checkCluster(ConfigurationPropertyName name, boolean variables) {
		if (!isKnown(ConfiguredKeys.OF_CLUSTER, key(name, CLUSTERS.getNumberOfElements() + 1), variables)) {
			throw unknown(name, CLUSTERS + ".<name>");
		}
	}

	/** In an environment variable, an underscore can stand for a dash. */
	private static boolean isKnown(List<String> keys, String key, boolean variables) {
		return keys.stream()
			.anyMatch((known) -> key.equals(known.replace("-", ""))
					|| (variables && key.equals(known.replace('-', '.'))));
	}

	private static InvalidMesosConfigurationException unknown(ConfigurationPropertyName name, String prefix) {
		return InvalidMesosConfigurationException.ofProperty(ConfiguredKeys.shown(name.toString(), prefix + ".<key>"),
				"there is no such property. The place of the masters is '" + prefix + ".zk', or '" + prefix
						+ ".zk.url' in YAML that has other keys below 'zk'. All keys below '" + prefix + "' are "
						+ String.join(", ", ConfiguredKeys.OF_CLUSTER)
						+ ". An environment variable has the name of a cluster without hyphens and underscores: "
						+ "MESOS_DISCOVERY_CLUSTERS_USEAST_ZK for the cluster 'us-east'",
				prefix + ".zk=" + MesosDiscoveryProperties.DEFAULT_URL);
	}

	private static String key(ConfigurationPropertyName name, int start) {
		return IntStream.range(start, name.getNumberOfElements())
			.mapToObj((i) -> name.getElement(i, Form.UNIFORM))
			.collect(Collectors.joining("."))
			.replaceFirst("^zk\\.labels\\.\\d+$", "zk.labels");
	}

}
