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
 * Connection details of a cluster that come from its properties. An empty value counts as
 * none: a placeholder with an empty default leaves it.
 *
 * @param property the name of the property {@code zk}
 * @param urlProperty the name of the property that the URL comes from, which is the same
 * or the one below it
 * @param zk the properties, with a URL
 * @param bundles all SSL bundles, or {@code null} if there are none
 */
record PropertiesMesosDiscoveryConnectionDetails(String property, String urlProperty, ZooKeeper zk,
		@Nullable SslBundles bundles) implements MesosDiscoveryConnectionDetails {

	private static final String ZK = "zk://";

	private static final Log logger = LogFactory.getLog(PropertiesMesosDiscoveryConnectionDetails.class);

	/**
	 * Create new connection details.
	 * @param prefix the prefix of the properties
	 * @param zk the properties below {@code zk}
	 * @param environment used to find out how the URL was set, and whether it has a
	 * default
	 * @param bundles all SSL bundles, or {@code null} if there are none
	 * @throws InvalidMesosConfigurationException if the properties are incomplete or
	 * contradict each other
	 */
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
				throw invalid(property,
						"it is not set; only the main cluster has a default, and only while no cluster is configured",
						url);
			}
			logger.info("The property '" + property + "' is not set; following the default, " + url);
		}
		PropertiesMesosDiscoveryConnectionDetails details = new PropertiesMesosDiscoveryConnectionDetails(property,
				urlProperty, zk.withUrl(url.strip()), bundles);
		details.checkCredentials();
		String bundle = Objects.requireNonNullElse(zk.ssl().bundle(), "");
		if (bundles != null && bundles.getBundleNames().contains(bundle)) {
			// Without a handler, Spring Boot warns that an update may have no effect.
			bundles.addBundleUpdateHandler(bundle, (updated) -> {
			});
		}
		return details;
	}

	private void checkCredentials() {
		String username = getUsername();
		String password = getPassword();
		if (username == null && password != null) {
			throw invalid(usernameProperty(), "it is not set, but '" + passwordProperty() + "' is", "app");
		}
		if (username == null) {
			return;
		}
		if (password == null) {
			throw invalid(passwordProperty(), "it is not set, but '" + usernameProperty() + "' is", "${ZK_PASSWORD}");
		}
		if (username.indexOf(':') >= 0) {
			throw invalid(usernameProperty(), "it contains a colon, which ends a user name", "app");
		}
		String userInfo = userInfo(getMechanism());
		if (userInfo != null && !userInfo.equals(username + ":" + password)) {
			throw invalid(this.urlProperty, "it contains other credentials than '" + usernameProperty() + "' and '"
					+ passwordProperty() + "'; set them in one place", MesosDiscoveryProperties.DEFAULT_URL);
		}
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
			throw invalid(this.property + ".ssl.bundle", "no SSL bundle has this name; " + (known.isEmpty()
					? "there are none. Define it below 'spring.ssl.bundle'" : "known are: " + String.join(", ", known)),
					known.isEmpty() ? "zookeeper" : known.get(0));
		}
		return this.bundles.getBundle(name);
	}

	/**
	 * Return whether TLS is disabled, even if the process enables it for its other
	 * clients of ZooKeeper.
	 */
	boolean isPlaintext() {
		return Boolean.FALSE.equals(this.zk.ssl().enabled());
	}

	/**
	 * Return the credentials in a URL.
	 * @return the text before the last {@code @}, or {@code null} if there is none
	 */
	static @Nullable String userInfo(String url) {
		int end = url.lastIndexOf('@');
		return (url.startsWith(ZK) && end >= 0) ? url.substring(ZK.length(), end) : null;
	}

	private String usernameProperty() {
		return this.property + ".username";
	}

	private String passwordProperty() {
		return this.property + ".password";
	}

	private static InvalidMesosConfigurationException invalid(String property, String reason, String example) {
		return InvalidMesosConfigurationException.ofProperty(property, reason, property + "=" + example);
	}

}
