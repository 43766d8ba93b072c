package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;

/**
 * Refuses unknown keys, with which the locator would follow another cluster than intended
 * or connect without a password. Internal.
 * <p>
 * Environment variables and system properties can belong to other programs. There, a key
 * is refused only if it is below the clusters, if it differs from a known one in
 * separators, or if it looks like the URL while no cluster is configured.
 */
public final class MesosBindHandler extends AbstractBindHandler {

	private static final ConfigurationPropertyName ROOT = ConfiguredKeys.ROOT;

	private static final ConfigurationPropertyName CLUSTERS = ConfiguredKeys.CLUSTERS;

	private static final List<String> OTHER_KEYS = List.of("clusters", "http.wait-for-leader");

	private static final Pattern LIKE_URL = Pattern.compile("zookeeper"
			+ "|(?:zk|zookeeper)\\.(?:ur[il]|connect(?:ion)?\\.?(?:string)?|servers?|hosts?|quorum|ensemble|0)");

	MesosBindHandler(BindHandler parent) {
		super(parent);
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		if (name.equals(ROOT)) {
			checkKeys(context.getSources());
		}
		return super.onStart(name, target, context);
	}

	/**
	 * Check all sources that can list their names, without evaluating a value.
	 * @throws InvalidMesosConfigurationException if there is an unknown key
	 */
	static void checkKeys(Iterable<ConfigurationPropertySource> sources) {
		UnboundElementsSourceFilter filter = new UnboundElementsSourceFilter();
		boolean configured = ConfiguredKeys.hasClusters(sources) || ConfiguredKeys.isSet(sources, ROOT.append("zk"))
				|| ConfiguredKeys.isSet(sources, ROOT.append("zk.url"));
		for (ConfigurationPropertySource source : sources) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				boolean ours = filter.apply(source);
				if (ours && hasText(source.getConfigurationProperty(ROOT))) {
					throw unknown(ROOT);
				}
				boolean variables = ConfiguredKeys.isEnvironmentVariables(source);
				iterable.stream()
					.filter((name) -> ROOT.isAncestorOf(name) && !isKnown(name, variables))
					.filter((name) -> ours || CLUSTERS.isAncestorOf(name) || isLikeKnown(name)
							|| (!configured && LIKE_URL.matcher(key(name)).matches()))
					.findFirst()
					.ifPresent((name) -> {
						throw unknown(name);
					});
			}
		}
	}

	/** In YAML, a key without keys below it has an empty value. */
	private static boolean hasText(@Nullable ConfigurationProperty property) {
		return property != null && StringUtils.hasText(ObjectUtils.nullSafeToString(property.getValue()));
	}

	/** In an environment variable, an underscore can stand for a dash. */
	private static boolean isKnown(ConfigurationPropertyName name, boolean variables) {
		String key = key(name);
		return keys(name).anyMatch(
				(known) -> key.equals(known.replace("-", "")) || (variables && key.equals(known.replace('-', '.'))));
	}

	private static boolean isLikeKnown(ConfigurationPropertyName name) {
		String key = key(name).replace(".", "");
		return keys(name).anyMatch((known) -> key.equals(known.replaceAll("[-.]", "")));
	}

	private static Stream<String> keys(ConfigurationPropertyName name) {
		Stream<String> keys = ConfiguredKeys.OF_CLUSTER.stream();
		return CLUSTERS.isAncestorOf(name) ? keys : Stream.concat(keys, OTHER_KEYS.stream());
	}

	/** The key below the cluster, without dashes and the index of a label. */
	private static String key(ConfigurationPropertyName name) {
		int start = CLUSTERS.isAncestorOf(name) ? CLUSTERS.getNumberOfElements() + 1 : ROOT.getNumberOfElements();
		return IntStream.range(start, name.getNumberOfElements())
			.mapToObj((i) -> name.getElement(i, Form.UNIFORM))
			.collect(Collectors.joining("."))
			.replaceFirst("^zk\\.labels\\.\\d+$", "zk.labels");
	}

	private static InvalidMesosConfigurationException unknown(ConfigurationPropertyName name) {
		String prefix = CLUSTERS.isAncestorOf(name) ? CLUSTERS + ".<name>" : ROOT.toString();
		return InvalidMesosConfigurationException.ofProperties(
				List.of(ConfiguredKeys.shown(name.toString(), prefix + ".<key>")),
				"there is no such property. To say where the masters register, set '" + prefix + ".zk', or '" + prefix
						+ ".zk.url' in YAML with other keys below 'zk'. The keys below '" + prefix + "' are "
						+ String.join(", ", ConfiguredKeys.OF_CLUSTER)
						+ ". An environment variable has the name of a cluster without hyphens and underscores: "
						+ "MESOS_DISCOVERY_CLUSTERS_USEAST_ZK for the cluster 'us-east'",
				prefix + ".zk=" + MesosDiscoveryProperties.DEFAULT_URL);
	}

	/**
	 * Registers itself as the advisor of all bindings. It is not a configuration class:
	 * several auto-configurations import it, and Spring would evaluate the conditions of
	 * all of them too early.
	 */
	public static class Registrar implements ImportBeanDefinitionRegistrar, ConfigurationPropertiesBindHandlerAdvisor {

		private static final String BEAN = "mesosBindHandlerAdvisor";

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata,
				BeanDefinitionRegistry registry) {
			if (!registry.containsBeanDefinition(BEAN)) {
				RootBeanDefinition definition = new RootBeanDefinition(Registrar.class);
				definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
				registry.registerBeanDefinition(BEAN, definition);
			}
		}

		@Override
		public BindHandler apply(BindHandler bindHandler) {
			return new MesosBindHandler(new ValueBindHandler(bindHandler));
		}

	}

}
