package io.github.mesosdiscovery.autoconfigure.http;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.autoconfigure.ConfiguredKeys;
import io.github.mesosdiscovery.autoconfigure.MesosHttpProperties;
import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientProperties;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Locators and settings of the HTTP clients that follow a leading master.
 */
class LeaderClients {

	/** After Spring Boot's configurers of groups, before those of the application. */
	static final int GROUP_ORDER = 10;

	private final ObjectProvider<MesosMasterLocator> locators;

	private final BeanFactory beanFactory;

	private final Environment environment;

	private final Duration waitForLeader;

	LeaderClients(ObjectProvider<MesosMasterLocator> locators, BeanFactory beanFactory, Environment environment,
			MesosHttpProperties properties) {
		this.locators = locators;
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.waitForLeader = properties.getWaitForLeader();
	}

	Duration waitForLeader() {
		return this.waitForLeader;
	}

	/**
	 * Return the locator of a cluster.
	 * @param cluster the {@link MesosLeader#value()}
	 * @throws InvalidMesosLeaderException if there is no such cluster
	 */
	MesosMasterLocator locator(String cluster) {
		if (cluster.isEmpty()) {
			MesosMasterLocator main = this.locators.getIfUnique();
			if (main == null) {
				throw new InvalidMesosLeaderException("@MesosLeader without a name stands for the main cluster, "
						+ "which is not configured. Known clusters: " + ConfiguredKeys.clusters(this.environment) + ".",
						"Name one of them, or set 'mesos.discovery.zk'.");
			}
			return main;
		}
		try {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, MesosMasterLocator.class, cluster);
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw InvalidMesosLeaderException.unknownCluster(cluster, ConfiguredKeys.clusters(this.environment));
		}
	}

	/**
	 * Return the settings of an HTTP library, which must not follow redirects itself.
	 * @param group the name of the group of HTTP services, or {@code null} for a builder
	 */
	HttpClientSettings settings(@Nullable String group) {
		return new HttpClientSettingsPropertyMapper(this.beanFactory.getBeanProvider(SslBundles.class).getIfAvailable(),
				this.beanFactory.getBeanProvider(HttpClientSettings.class).getIfAvailable())
			.map((group != null) ? properties(group) : null)
			.withRedirects(HttpRedirects.DONT_FOLLOW);
	}

	/**
	 * Return the base URL of a group: below the leader unless the configured one names a
	 * host, in which case its requests are refused.
	 */
	String baseUrl(String group) {
		HttpClientProperties properties = properties(group);
		String url = (properties != null && properties.getBaseUrl() != null) ? properties.getBaseUrl() : "";
		return (url.isEmpty() || url.matches("/(?!/).*")) ? MesosLeader.BASE_URL + url : url;
	}

	private @Nullable HttpClientProperties properties(String group) {
		HttpServiceClientProperties properties = this.beanFactory.getBeanProvider(HttpServiceClientProperties.class)
			.getIfAvailable();
		return (properties != null) ? properties.get(group) : null;
	}

	/**
	 * Return the cluster whose leader a group of HTTP services is for, or {@code null} if
	 * its interfaces do not have {@link MesosLeader}.
	 * @throws InvalidMesosLeaderException if the interfaces, which share a client, do not
	 * have the same annotation
	 */
	static @Nullable String cluster(HttpServiceGroup group) {
		Map<String, String> annotations = new TreeMap<>();
		String cluster = null;
		for (Class<?> type : group.httpServiceTypes()) {
			MesosLeader leader = AnnotatedElementUtils.findMergedAnnotation(type, MesosLeader.class);
			cluster = (leader != null) ? leader.value() : null;
			annotations.put(type.getName(), (leader != null) ? "@MesosLeader(\"" + cluster + "\")" : "none");
		}
		if (Set.copyOf(annotations.values()).size() > 1) {
			throw new InvalidMesosLeaderException(
					"The HTTP services of group '" + group.name()
							+ "' share a client, but do not have the same @MesosLeader: " + annotations + ".",
					"Put the same on all of them, or put them into different groups.");
		}
		return cluster;
	}

}
