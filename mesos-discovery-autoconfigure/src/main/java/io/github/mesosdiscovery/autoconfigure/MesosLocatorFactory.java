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
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.SpringProperties;
import org.springframework.util.StringUtils;

/**
 * Creates and starts the locator of a cluster. Connection details alone say where and how
 * it connects. What the locator refuses is reported for the property or the bean that it
 * comes from.
 *
 * @param prefix the prefix of the properties
 * @param properties the properties, of which those that the connection details stand for
 * are ignored
 * @param details the connection details
 * @param customizers the customizers of ZooKeeper's client
 */
record MesosLocatorFactory(String prefix, Cluster properties, MesosDiscoveryConnectionDetails details,
		ClientCustomizers customizers) {

	private static final Log logger = LogFactory.getLog(MesosLocatorFactory.class);

	private static final Set<String> SCHEMES = Set.of("http", "https");

	/** The empty label stands for names that consist of a sequence alone. */
	private static final Set<String> LABELS = Set.of("json.info", "info", "");

	/**
	 * Create a locator.
	 * @param cluster the name of the cluster
	 * @param listener the listener to begin with
	 * @return a locator that runs
	 * @throws InvalidMesosConfigurationException if a property or a bean cannot be used
	 */
	ZooKeeperMasterLocator create(String cluster, MesosMasterListener listener) {
		ZooKeeper zk = this.properties.zk();
		ZooKeeperMasterLocatorBuilder builder = connection().cluster(cluster)
			.scheme(scheme())
			.labels(labels())
			.host(this.properties.master().host())
			.clientConfig(this.customizers)
			.listener(listener);
		accept(this.prefix + ".zk.session-timeout", "10s", () -> builder.sessionTimeout(zk.sessionTimeout()));
		accept(this.prefix + ".zk.resync-interval", "1m", () -> builder.resyncInterval(zk.resyncInterval()));
		if (zk.sasl().required()) {
			accept(this.prefix + ".zk.sasl.required", "false", builder::requireSasl);
		}
		this.customizers.check();
		ZooKeeperMasterLocator locator = builder.build();
		// A checkpoint after the refresh precedes any lifecycle and allows no open
		// connection.
		if (!DefaultLifecycleProcessor.ON_REFRESH_VALUE
			.equalsIgnoreCase(SpringProperties.getProperty(DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME))) {
			locator.start();
		}
		return locator;
	}

	private ZooKeeperMasterLocatorBuilder connection() {
		// An implementation that is not null-checked can return null.
		String url = Objects.requireNonNullElse(this.details.getMechanism(), "");
		String username = this.details.getUsername();
		String password = Objects.requireNonNullElse(this.details.getPassword(), "");
		String userInfo = PropertiesMesosDiscoveryConnectionDetails.userInfo(url);
		PropertiesMesosDiscoveryConnectionDetails properties = ofProperties();
		String property = (properties != null) ? properties.urlProperty() : null;
		ZooKeeperMasterLocatorBuilder builder = accept(property, null, () -> ZooKeeperMasterLocator.builder(url));
		if (StringUtils.hasLength(username)) {
			warnOfWhiteSpace(username, password);
			accept(property, null, () -> builder.credentials(username, password));
		}
		else if (!password.isEmpty()) {
			throw invalid(null, "it has a password and no user name", "");
		}
		else if (userInfo != null) {
			warnOfWhiteSpace(userInfo.split(":", 2));
		}
		secure(builder);
		return builder;
	}

	/** It is sent as it stands, but mostly it is the line break at the end of a file. */
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

	private void secure(ZooKeeperMasterLocatorBuilder builder) {
		PropertiesMesosDiscoveryConnectionDetails properties = ofProperties();
		String property = (properties != null) ? this.prefix + ".zk.ssl" : null;
		try {
			if (this.details.getSslBundle() == null) {
				if (properties != null && properties.isPlaintext()) {
					builder.plaintext();
				}
				return;
			}
			tlsStores();
		}
		catch (InvalidMesosConfigurationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw invalid((property != null) ? property + ".bundle" : null,
					"the SSL bundle cannot be used: " + reason(ex), "zookeeper");
		}
		// Asked again for each session: a bundle can have been reloaded.
		accept((property != null) ? property + ".enabled" : null, "false", () -> builder.tls(this::tlsStores));
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

	/** Not the message, which can repeat a key that was taken for the name of a file. */
	private static String reason(RuntimeException ex) {
		String cause = NestedExceptionUtils.getMostSpecificCause(ex).getClass().getSimpleName();
		return switch (cause) {
			case "UnrecoverableKeyException" -> "a password of it is wrong";
			case "FileNotFoundException", "NoSuchFileException" -> "a file of it does not exist";
			default -> cause;
		};
	}

	private <T> T accept(@Nullable String property, @Nullable String example, Supplier<T> setting) {
		try {
			return setting.get();
		}
		catch (InvalidMasterUrlException ex) {
			throw invalid(property, (property != null) ? ex.reason() : String.valueOf(ex.getMessage()),
					(example != null) ? example : ex.example());
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw invalid(property, String.valueOf(ex.getMessage()), String.valueOf(example));
		}
	}

	/** Without a property, the bean with the connection details is the cause. */
	private InvalidMesosConfigurationException invalid(@Nullable String property, String reason, String example) {
		return (property != null)
				? InvalidMesosConfigurationException.ofProperty(property, reason, property + "=" + example)
				: InvalidMesosConfigurationException.ofBean(MesosDiscoveryConnectionDetails.class, this.details, reason,
						"Correct what it returns", null);
	}

	private String scheme() {
		String scheme = this.properties.master().scheme().strip().toLowerCase(Locale.ROOT);
		if (!SCHEMES.contains(scheme)) {
			throw invalid(this.prefix + ".master.scheme", "it must be http or https", "https");
		}
		return scheme;
	}

	private List<String> labels() {
		List<String> labels = this.properties.zk().labels();
		if (!LABELS.containsAll(labels)) {
			throw invalid(this.prefix + ".zk.labels",
					"an entry is not a label of masters; those are json.info and info", "json.info,info");
		}
		return labels;
	}

}
