package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.Cluster;
import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryProperties.ZooKeeper;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.url.MasterUrl;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.SpringProperties;

/**
 * Creates and starts the locator of a cluster. Settings that the locator refuses are
 * reported for the property or the bean that they come from.
 */
record MesosLocatorFactory(String prefix, Cluster properties, MesosDiscoveryConnectionDetails details,
		List<MesosZooKeeperClientCustomizer> customizers) {

	private static final Log logger = LogFactory.getLog(MesosLocatorFactory.class);

	/** The empty label stands for names that consist of a sequence alone. */
	private static final Set<String> LABELS = Set.of("json.info", "info", "");

	/**
	 * Create a locator that runs.
	 * @param cluster the name of the cluster
	 * @param listener its first listener
	 * @throws InvalidMesosConfigurationException if a property or a bean cannot be used
	 */
	ZooKeeperMasterLocator create(String cluster, MesosMasterListener listener) {
		ZooKeeper zk = this.properties.zk();
		String scheme = this.properties.master().scheme().strip().toLowerCase(Locale.ROOT);
		check(scheme.matches("https?"), ".master.scheme", "it must be http or https", "https");
		check(LABELS.containsAll(zk.labels()), ".zk.labels",
				"an entry is not a label of masters; those are json.info and info", "json.info,info");
		ZooKeeperMasterLocator.Builder builder = connection().cluster(cluster)
			.scheme(scheme)
			.labels(zk.labels())
			.host(this.properties.master().host())
			.clientConfig(this::customize)
			.listener(listener);
		accept(this.prefix + ".zk.session-timeout", "10s", () -> builder.sessionTimeout(zk.sessionTimeout()));
		accept(this.prefix + ".zk.resync-interval", "1m", () -> builder.resyncInterval(zk.resyncInterval()));
		if (zk.sasl().required()) {
			accept(this.prefix + ".zk.sasl.required", "false", builder::requireSasl);
		}
		// Find a mistake before the locator connects. If there are no customizers, do not
		// load ZooKeeper on the main thread.
		if (!this.customizers.isEmpty()) {
			customize(new ZKClientConfig());
		}
		ZooKeeperMasterLocator locator = builder.build();
		// A checkpoint on refresh precedes the lifecycle and allows no open connection.
		if (!DefaultLifecycleProcessor.ON_REFRESH_VALUE
			.equalsIgnoreCase(SpringProperties.getProperty(DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME))) {
			locator.start();
		}
		return locator;
	}

	private ZooKeeperMasterLocator.Builder connection() {
		// An implementation that is not null-checked can return null.
		String url = Objects.requireNonNullElse(this.details.getMechanism(), "");
		PropertiesMesosDiscoveryConnectionDetails properties = ofProperties();
		String property = (properties != null) ? properties.urlProperty() : null;
		ZooKeeperMasterLocator.Builder builder = accept(property, null, () -> ZooKeeperMasterLocator.builder(url));
		String username = Objects.requireNonNullElse(this.details.getUsername(), "");
		String password = Objects.requireNonNullElse(this.details.getPassword(), "");
		int start = MasterUrl.ZOOKEEPER_SCHEME.length();
		String userInfo = url.startsWith(MasterUrl.ZOOKEEPER_SCHEME)
				? url.substring(start, Math.max(start, url.lastIndexOf('@'))) : "";
		if (property != null) {
			checkCredentials(property, username, password, userInfo);
		}
		if (!username.isEmpty()) {
			warnOfWhiteSpace(username, password);
			accept(property, null, () -> builder.credentials(username, password));
		}
		else if (!password.isEmpty()) {
			throw invalid(null, "it has a password and no user name", "");
		}
		else {
			warnOfWhiteSpace(userInfo.split(":", 2));
		}
		secure(builder);
		return builder;
	}

	private void checkCredentials(String urlProperty, String username, String password, String userInfo) {
		String usernameProperty = this.prefix + ".zk.username";
		String passwordProperty = this.prefix + ".zk.password";
		if (username.isEmpty() && !password.isEmpty()) {
			throw notSet(usernameProperty, passwordProperty, "app");
		}
		if (password.isEmpty() && !username.isEmpty()) {
			throw notSet(passwordProperty, usernameProperty, "${ZK_PASSWORD}");
		}
		check(username.indexOf(':') < 0, ".zk.username", "it contains a colon, which ends a user name", "app");
		if (!username.isEmpty() && !userInfo.isEmpty() && !userInfo.equals(username + ":" + password)) {
			throw invalid(urlProperty, "its credentials differ from '" + usernameProperty + "' and '" + passwordProperty
					+ "'; set them in one place only", MesosDiscoveryProperties.DEFAULT_URL);
		}
	}

	private static InvalidMesosConfigurationException notSet(String property, String other, String example) {
		return InvalidMesosConfigurationException.ofProperties(List.of(property, other),
				"it is not set, but '" + other + "' is", property + "=" + example);
	}

	/** In most cases, it is the line break at the end of a file. */
	private void warnOfWhiteSpace(String... credentials) {
		for (int i = 0; i < credentials.length; i++) {
			if (!credentials[i].equals(credentials[i].strip())) {
				logger.warn("The " + ((i == 0) ? "user name" : "password") + " for the ZooKeeper of '" + this.prefix
						+ "' begins or ends with white space or a line break, which is sent to ZooKeeper as part of"
						+ " the credentials. If it is not intended, for example at the end of a secret file, remove"
						+ " it");
			}
		}
	}

	private void secure(ZooKeeperMasterLocator.Builder builder) {
		PropertiesMesosDiscoveryConnectionDetails properties = ofProperties();
		String property = (properties != null) ? this.prefix + ".zk.ssl." : null;
		try {
			if (this.details.getSslBundle() != null) {
				tlsStores();
				// A bundle can be reloaded: each session uses the current one.
				accept((property != null) ? property + "enabled" : null, "false", () -> builder.tls(this::tlsStores));
			}
			else if (properties != null && properties.isPlaintext()) {
				builder.plaintext();
			}
		}
		catch (InvalidMesosConfigurationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw invalid((property != null) ? property + "bundle" : null,
					"the SSL bundle cannot be used: " + reason(ex), "zookeeper");
		}
	}

	/** Not the message, which can contain a key that was taken for a file name. */
	private static String reason(RuntimeException ex) {
		String cause = NestedExceptionUtils.getMostSpecificCause(ex).getClass().getSimpleName();
		return switch (cause) {
			case "UnrecoverableKeyException" -> "a password is wrong";
			case "FileNotFoundException", "NoSuchFileException" -> "a file does not exist";
			default -> cause;
		};
	}

	private void customize(ZKClientConfig config) {
		for (MesosZooKeeperClientCustomizer customizer : this.customizers) {
			try {
				customizer.customize(config);
			}
			catch (RuntimeException ex) {
				throw InvalidMesosConfigurationException.ofBean(MesosZooKeeperClientCustomizer.class, customizer,
						"it threw " + ex, "Correct what it does with the configuration of ZooKeeper's client", ex);
			}
		}
	}

	private @Nullable PropertiesMesosDiscoveryConnectionDetails ofProperties() {
		return (this.details instanceof PropertiesMesosDiscoveryConnectionDetails properties) ? properties : null;
	}

	private TlsStores tlsStores() {
		SslBundle bundle = Objects.requireNonNull(this.details.getSslBundle(), "The SSL bundle is gone");
		SslStoreBundle stores = bundle.getStores();
		String password = bundle.getKey().getPassword();
		SslOptions options = bundle.getOptions();
		return new TlsStores(stores.getKeyStore(), (password != null) ? password : stores.getKeyStorePassword(),
				bundle.getKey().getAlias(), stores.getTrustStore(), list(options.getEnabledProtocols()),
				list(options.getCiphers()));
	}

	private static List<String> list(String @Nullable [] values) {
		return (values != null) ? List.of(values) : List.of();
	}

	private void check(boolean valid, String key, String reason, String example) {
		if (!valid) {
			throw InvalidMesosConfigurationException.ofProperty(this.prefix + key, reason, example);
		}
	}

	private <T> T accept(@Nullable String property, @Nullable String example, Supplier<T> setting) {
		try {
			return setting.get();
		}
		catch (InvalidMasterUrlException ex) {
			throw invalid(property, (property != null) ? ex.reason() : String.valueOf(ex.getMessage()),
					Objects.requireNonNullElse(example, ex.example()));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw invalid(property, String.valueOf(ex.getMessage()), String.valueOf(example));
		}
	}

	/** Without a property, the bean with the connection details is the cause. */
	private InvalidMesosConfigurationException invalid(@Nullable String property, String reason, String example) {
		return (property != null) ? InvalidMesosConfigurationException.ofProperty(property, reason, example)
				: InvalidMesosConfigurationException.ofBean(MesosDiscoveryConnectionDetails.class, this.details, reason,
						"Correct what it returns", null);
	}

}
