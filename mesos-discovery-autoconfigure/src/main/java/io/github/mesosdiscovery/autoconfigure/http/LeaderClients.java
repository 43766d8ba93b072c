package io.github.mesosdiscovery.autoconfigure.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.ConfiguredKeys;
import io.github.mesosdiscovery.autoconfigure.InvalidMesosConfigurationException;
import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientProperties;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.HttpServiceGroupConfigurer;

/**
 * Creates the builders of HTTP clients for leading masters, and configures those of HTTP
 * services with {@link MesosLeader}.
 *
 * @param <B> the type of the builders
 */
abstract class LeaderClients<B> implements HttpServiceGroupConfigurer<B> {

	private final BeanFactory beanFactory;

	private final ObjectProvider<MesosMasterLocator> locators;

	LeaderClients(BeanFactory beanFactory, ObjectProvider<MesosMasterLocator> locators) {
		this.beanFactory = beanFactory;
		this.locators = locators;
	}

	/**
	 * Create a builder for the leader of a cluster.
	 * @param cluster the {@link MesosLeader#value()}
	 */
	abstract B builder(String cluster);

	abstract B follow(B builder, String baseUrl, HttpClientSettings settings, MesosMasterLocator locator);

	/** After Spring Boot's configurers, before those of the application. */
	@Override
	public int getOrder() {
		return 10;
	}

	@Override
	public void configureGroups(Groups<B> groups) {
		HttpServiceClientProperties services = this.beanFactory.getBeanProvider(HttpServiceClientProperties.class)
			.getIfAvailable();
		groups.forEachClient((group, builder) -> {
			String cluster = cluster(group);
			if (cluster != null) {
				HttpClientProperties properties = (services != null) ? services.get(group.name()) : null;
				follow(builder, baseUrl(properties), settings(properties), locatorOfGroup(cluster));
			}
		});
	}

	private MesosMasterLocator locatorOfGroup(String cluster) {
		try {
			return locator(cluster);
		}
		catch (NoSuchBeanDefinitionException ex) {
			List<String> known = ConfiguredKeys.clusters(this.beanFactory.getBean(Environment.class));
			throw InvalidMesosConfigurationException.of(UnknownClusterFailureAnalyzer.description(cluster, known),
					UnknownClusterFailureAnalyzer.action(cluster));
		}
	}

	MesosMasterLocator locator(String cluster) {
		return cluster.isEmpty() ? this.locators.getObject()
				: BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, MesosMasterLocator.class, cluster);
	}

	/** The HTTP library must not follow redirects: it would send credentials anywhere. */
	HttpClientSettings settings(@Nullable HttpClientProperties properties) {
		return new HttpClientSettingsPropertyMapper(this.beanFactory.getBeanProvider(SslBundles.class).getIfAvailable(),
				this.beanFactory.getBeanProvider(HttpClientSettings.class).getIfAvailable())
			.map(properties)
			.withRedirects(HttpRedirects.DONT_FOLLOW);
	}

	/** A URL that names a host stays as it is, and no request is sent there. */
	private static String baseUrl(@Nullable HttpClientProperties properties) {
		String url = (properties != null && properties.getBaseUrl() != null) ? properties.getBaseUrl() : "";
		return url.matches("(/(?!/).*)?") ? MesosLeader.BASE_URL + url : url;
	}

	/** Return the {@link MesosLeader#value()} of a group, or {@code null} without it. */
	private static @Nullable String cluster(HttpServiceGroup group) {
		Map<String, String> annotations = new TreeMap<>();
		String cluster = null;
		for (Class<?> type : group.httpServiceTypes()) {
			MesosLeader leader = AnnotatedElementUtils.findMergedAnnotation(type, MesosLeader.class);
			cluster = (leader != null) ? leader.value() : null;
			annotations.put(type.getName(), (leader != null) ? "@MesosLeader(\"" + cluster + "\")" : "none");
		}
		if (Set.copyOf(annotations.values()).size() > 1) {
			throw InvalidMesosConfigurationException.of(
					"The HTTP services of group '" + group.name()
							+ "' share a client, but do not have the same @MesosLeader: " + annotations + ".",
					"Annotate all of them alike, or put them into different groups.");
		}
		return cluster;
	}

	/**
	 * Registers a builder for the leader of each cluster, created by the class that
	 * imports this.
	 */
	static class Registrar implements ImportBeanDefinitionRegistrar {

		private final Environment environment;

		Registrar(Environment environment) {
			this.environment = environment;
		}

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry,
				BeanNameGenerator generator) {
			Class<?> factory = ClassUtils.resolveClassName(importing.getClassName(), getClass().getClassLoader());
			Class<?> type = Objects
				.requireNonNull(GenericTypeResolver.resolveTypeArgument(factory, LeaderClients.class));
			String factoryName = generator.generateBeanName(new AnnotatedGenericBeanDefinition(factory), registry);
			String name = "mesosLeader" + ClassUtils.getShortName(type).replace(".", "");
			registry.registerBeanDefinition(name, definition(type, factoryName, ""));
			for (String cluster : ConfiguredKeys.clusters(this.environment)) {
				registry.registerBeanDefinition(name + "-" + cluster, definition(type, factoryName, cluster));
			}
		}

		private static BeanDefinition definition(Class<?> type, String factory, String cluster) {
			RootBeanDefinition definition = new RootBeanDefinition();
			definition.setTargetType(type);
			definition.setFactoryBeanName(factory);
			definition.setFactoryMethodName("builder");
			definition.getConstructorArgumentValues().addIndexedArgumentValue(0, cluster);
			definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
			// An unqualified injection point does not receive this, and a builder of the
			// application with the same qualifier replaces it.
			definition.setDefaultCandidate(false);
			definition.setFallback(true);
			definition.addQualifier(new AutowireCandidateQualifier(MesosLeader.class, cluster));
			return definition;
		}

	}

}
