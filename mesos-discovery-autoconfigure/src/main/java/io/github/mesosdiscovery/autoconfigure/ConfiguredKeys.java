package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds out which keys below {@code mesos.discovery} are set, for conditions and bean
 * definitions, which precede the binding. No value is evaluated unless a method says so,
 * since that can start a container. Internal.
 */
public final class ConfiguredKeys {

	static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(MesosDiscoveryProperties.PREFIX);

	static final ConfigurationPropertyName CLUSTERS = ROOT.append("clusters");

	static final List<String> OF_CLUSTER = List.of("enabled", "wait-for-leader", "zk", "zk.url", "zk.username",
			"zk.password", "zk.session-timeout", "zk.resync-interval", "zk.labels", "zk.ssl.enabled", "zk.ssl.bundle",
			"zk.sasl.required", "master.scheme", "master.host");

	private static final Pattern VALID_NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

	private static final Pattern SAFE_TO_SHOW = Pattern.compile("[\\w.\\[\\]-]+");

	private ConfiguredKeys() {
	}

	/**
	 * Return whether any key of the main cluster below {@code zk} is set.
	 */
	static boolean hasMainCluster(Environment environment) {
		return OF_CLUSTER.stream()
			.filter((key) -> key.startsWith("zk"))
			.anyMatch((key) -> isSet(ConfigurationPropertySources.get(environment), ROOT.append(key)));
	}

	static boolean hasClusters(Environment environment) {
		return hasClusters(ConfigurationPropertySources.get(environment));
	}

	static boolean hasClusters(Iterable<ConfigurationPropertySource> sources) {
		return stream(sources)
			.anyMatch((source) -> source.containsDescendantOf(CLUSTERS) == ConfigurationPropertyState.PRESENT);
	}

	/**
	 * Return the names of the further clusters that are enabled.
	 * @param environment the environment
	 * @return the names, sorted
	 */
	public static List<String> clusters(Environment environment) {
		Map<String, String> names = new TreeMap<>();
		names(ConfigurationPropertySources.get(environment)).filter(CLUSTERS::isAncestorOf).forEach((key) -> {
			String name = key.getElement(CLUSTERS.getNumberOfElements(), Form.ORIGINAL);
			// An environment variable has no hyphens, but means the same cluster.
			names.merge(key.getElement(CLUSTERS.getNumberOfElements(), Form.UNIFORM), name,
					(first, second) -> (second.length() > first.length()) ? second : first);
		});
		return names.values()
			.stream()
			.map(ConfiguredKeys::checkName)
			.filter((name) -> isEnabled(environment, CLUSTERS + "." + name))
			.toList();
	}

	/**
	 * Return whether a cluster is enabled, which evaluates that property.
	 */
	static boolean isEnabled(Environment environment, String prefix) {
		return !Boolean.FALSE.equals(Binder.get(environment, new ValueBindHandler(BindHandler.DEFAULT))
			.bind(prefix + ".enabled", Boolean.class)
			.orElse(null));
	}

	/**
	 * Return whether a property is set. In a source that cannot list its names, or one of
	 * environment variables, where an underscore can stand for a dash, it is evaluated.
	 */
	static boolean isSet(Iterable<ConfigurationPropertySource> sources, ConfigurationPropertyName name) {
		return stream(sources).anyMatch((source) -> isSet(source, name));
	}

	private static boolean isSet(ConfigurationPropertySource source, ConfigurationPropertyName name) {
		if (source instanceof IterableConfigurationPropertySource iterable && !isEnvironmentVariables(source)) {
			return iterable.stream().anyMatch(name::equals);
		}
		return source.getConfigurationProperty(name) != null;
	}

	/**
	 * Return where a property was set, or the first one below it. It is evaluated.
	 */
	static @Nullable Origin origin(Environment environment, String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property, '.');
		Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources.get(environment);
		return Stream.concat(Stream.of(name), names(sources).filter(name::isAncestorOf))
			.flatMap((candidate) -> stream(sources).map((source) -> source.getConfigurationProperty(candidate)))
			.filter(Objects::nonNull)
			.findFirst()
			.map(Origin::from)
			.orElse(null);
	}

	static boolean isEnvironmentVariables(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
	}

	/**
	 * Return a name to show, or a substitute if a value, which can contain a password, is
	 * in the place of the name.
	 */
	static String shown(String name, String substitute) {
		return SAFE_TO_SHOW.matcher(name).matches() ? name : substitute;
	}

	private static Stream<ConfigurationPropertyName> names(Iterable<ConfigurationPropertySource> sources) {
		return stream(sources).filter(IterableConfigurationPropertySource.class::isInstance)
			.flatMap((source) -> ((IterableConfigurationPropertySource) source).stream());
	}

	private static Stream<ConfigurationPropertySource> stream(Iterable<ConfigurationPropertySource> sources) {
		return StreamSupport.stream(sources.spliterator(), false);
	}

	private static String checkName(String name) {
		boolean main = name.equals(MesosMasterLocator.DEFAULT_CLUSTER);
		if (main || !VALID_NAME.matcher(name).matches()) {
			throw InvalidMesosConfigurationException.ofProperties(List.of(CLUSTERS + "." + shown(name, "<name>")),
					main ? "'" + name + "' is the name of the main cluster"
							: "the name of a cluster consists of lower-case letters, digits and hyphens",
					CLUSTERS + ".east.zk=" + MesosDiscoveryProperties.DEFAULT_URL);
		}
		return name;
	}

}
