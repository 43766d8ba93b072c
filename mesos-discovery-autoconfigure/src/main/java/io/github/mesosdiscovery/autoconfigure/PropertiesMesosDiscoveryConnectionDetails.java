package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.ZooKeeper;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Adapts the properties of a cluster to {@link MesosDiscoveryConnectionDetails}. An empty
 * value, for example of a placeholder with an empty default, is ignored.
 */
record PropertiesMesosDiscoveryConnectionDetails(String property, String urlProperty, ZooKeeper zk,
		@Nullable SslBundles bundles) implements MesosDiscoveryConnectionDetails {

	private static final Log logger = LogFactory.getLog(PropertiesMesosDiscoveryConnectionDetails.class);

	static PropertiesMesosDiscoveryConnectionDetails of(String prefix, ZooKeeper zk, Environment environment,
			@Nullable SslBundles bundles) {
		String property = prefix + ".zk";
		String urlProperty = property + ".url";
		if (StringUtils.hasText(environment.getProperty(property)) || !environment.containsProperty(urlProperty)) {
			urlProperty = property;
		}
		String url = zk.url();
		if (url == null) {
			url = MesosDiscoveryProperties.DEFAULT_URL;
			if (!prefix.equals(MesosDiscoveryProperties.PREFIX) || ConfiguredKeys.hasClusters(environment)) {
				throw InvalidMesosConfigurationException.ofProperty(property,
						"it is not set; only the main cluster has a default, and only while no cluster is configured",
						url);
			}
			logger.info("The property '" + property + "' is not set; following the default, " + url);
		}
		String bundle = Objects.requireNonNullElse(zk.ssl().bundle(), "");
		if (bundles != null && bundles.getBundleNames().contains(bundle)) {
			// Without a handler, Spring Boot warns that an update may have no effect.
			bundles.addBundleUpdateHandler(bundle, (updated) -> {
			});
		}
		return new PropertiesMesosDiscoveryConnectionDetails(property, urlProperty, zk.withUrl(url.strip()), bundles);
	}

	@Override
	public String getMechanism() {
		return String.valueOf(this.zk.url());
	}

	@Override
	public @Nullable String getUsername() {
		return StringUtils.hasLength(this.zk.username()) ? this.zk.username() : null;
	}

	@Override
	public @Nullable String getPassword() {
		return StringUtils.hasLength(this.zk.password()) ? this.zk.password() : null;
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		String name = Objects.requireNonNullElse(this.zk.ssl().bundle(), "");
		if (!Objects.requireNonNullElse(this.zk.ssl().enabled(), !name.isEmpty())) {
			return null;
		}
		if (name.isEmpty()) {
			return SslBundle.systemDefault();
		}
		List<String> known = (this.bundles != null) ? this.bundles.getBundleNames() : List.of();
		if (this.bundles == null || !known.contains(name)) {
			throw InvalidMesosConfigurationException.ofProperty(this.property + ".ssl.bundle",
					"no SSL bundle has this name; "
							+ (known.isEmpty() ? "there are none. Define it below 'spring.ssl.bundle'"
									: "known are: " + String.join(", ", known)),
					known.isEmpty() ? "zookeeper" : known.get(0));
		}
		return this.bundles.getBundle(name);
	}

	/**
	 * Return whether TLS is disabled, even if a system property enables it for the other
	 * ZooKeeper clients of the process.
	 */
	boolean isPlaintext() {
		return Boolean.FALSE.equals(this.zk.ssl().enabled());
	}

}
