package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.InvalidMechanismException;
import io.github.mesosdiscovery.zookeeper.TlsStores;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Makes the locator of one cluster from its properties. Whatever is wrong with them is an
 * {@link InvalidMesosPropertyException}.
 */
final class LocatorFactory {

	private final PropertyChecks checks;

	private final MesosDiscoveryProperties properties;

	private final MesosZooKeeperProperties zk;

	private final @Nullable SslBundles bundles;

	LocatorFactory(String prefix, MesosDiscoveryProperties properties, MesosZooKeeperProperties zk,
			@Nullable SslBundles bundles) {
		this.checks = new PropertyChecks(prefix);
		this.properties = properties;
		this.zk = zk;
		this.bundles = bundles;
	}

	ZooKeeperMasterLocator create(MesosMasterListener listener) {
		Duration sessionTimeout = this.checks.positive("zk.session-timeout", this.zk.getSessionTimeout(),
				Duration.ofHours(1), "10s");
		Duration resyncInterval = this.checks.positive("zk.resync-interval", this.zk.getResyncInterval(),
				Duration.ofDays(365), "1m");
		List<String> labels = this.checks.labels("zk.labels", this.zk.getLabels());
		String scheme = this.checks.scheme("master.scheme", this.properties.getMaster().getScheme());
		String property = this.checks.prefix() + ".zk";
		MechanismProperty mechanism = MechanismProperty.of(property, this.properties.getZk(), this.zk.getUrl());
		Credentials credentials = Credentials.of(property, this.zk.getUsername(), this.zk.getPassword(), mechanism);
		try {
			ZooKeeperMasterLocatorBuilder builder = ZooKeeperMasterLocator.builder(mechanism.value())
				.sessionTimeout(sessionTimeout)
				.resyncInterval(resyncInterval)
				.scheme(scheme)
				.host(this.properties.getMaster().getHost())
				.listener(listener);
			if (!labels.isEmpty()) {
				builder.labels(labels);
			}
			if (credentials != null) {
				builder.credentials(credentials.username(), credentials.password());
			}
			if (this.zk.getSsl().isEnabled()) {
				secure(builder, property + ".ssl");
			}
			if (this.zk.getSasl().isRequired()) {
				requireSasl(builder, property + ".sasl.required");
			}
			return builder.build();
		}
		catch (InvalidMechanismException ex) {
			throw mechanism.invalid(ex);
		}
	}

	private void secure(ZooKeeperMasterLocatorBuilder builder, String property) {
		String given = this.zk.getSsl().getBundle();
		String bundle = StringUtils.hasLength(given) ? given : null;
		Supplier<TlsStores> stores = BundleStores.of(property + ".bundle", bundle, this.bundles);
		try {
			builder.tls(stores);
		}
		catch (InvalidMechanismException | IllegalStateException ex) {
			throw new InvalidMesosPropertyException(property + ((bundle != null) ? ".bundle" : ".enabled"), bundle,
					String.valueOf(
							(ex instanceof InvalidMechanismException invalid) ? invalid.reason() : ex.getMessage()),
					property + ".enabled=false");
		}
	}

	private static void requireSasl(ZooKeeperMasterLocatorBuilder builder, String property) {
		try {
			builder.requireSasl();
		}
		catch (InvalidMechanismException ex) {
			throw new InvalidMesosPropertyException(property, "true", ex.reason(), property + "=false");
		}
	}

}
