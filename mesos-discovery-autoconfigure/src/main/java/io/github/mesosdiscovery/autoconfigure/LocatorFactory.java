package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;

/**
 * Creates and starts the locator of one cluster from its properties and what it connects
 * with. Whatever is wrong with the properties is an
 * {@link InvalidMesosPropertyException}.
 */
final class LocatorFactory {

	private final PropertyChecks checks;

	private final MesosClusterProperties properties;

	private final MesosZooKeeperProperties zk;

	private final LocatorConnection connection;

	private final ClientCustomizers customizers;

	LocatorFactory(String prefix, MesosClusterProperties properties, MesosZooKeeperProperties zk,
			LocatorConnection connection, ClientCustomizers customizers) {
		this.checks = new PropertyChecks(prefix);
		this.properties = properties;
		this.zk = zk;
		this.connection = connection;
		this.customizers = customizers;
	}

	ZooKeeperMasterLocator create(MesosMasterListener listener) {
		Duration sessionTimeout = this.checks.between("zk.session-timeout", this.zk.getSessionTimeout(), "1h", "10s");
		Duration resyncInterval = this.checks.between("zk.resync-interval", this.zk.getResyncInterval(), "365d", "1m");
		List<String> labels = this.checks.labels("zk.labels", this.zk.getLabels());
		String scheme = this.checks.scheme("master.scheme", this.properties.getMaster().getScheme());
		ZooKeeperMasterLocatorBuilder builder = this.connection.builder()
			.sessionTimeout(sessionTimeout)
			.resyncInterval(resyncInterval)
			.scheme(scheme)
			.host(this.properties.getMaster().getHost())
			.clientConfig(this.customizers)
			.listener(listener);
		if (!labels.isEmpty()) {
			builder.labels(labels);
		}
		if (this.zk.getSasl().isRequired()) {
			requireSasl(builder, this.checks.prefix() + ".zk.sasl.required");
		}
		this.customizers.check();
		ZooKeeperMasterLocator locator = builder.build();
		// A checkpoint after the refresh comes before any lifecycle, and allows no open
		// connection.
		if (!DefaultLifecycleProcessor.ON_REFRESH_VALUE
			.equalsIgnoreCase(SpringProperties.getProperty(DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME))) {
			locator.start();
		}
		return locator;
	}

	private static void requireSasl(ZooKeeperMasterLocatorBuilder builder, String property) {
		try {
			builder.requireSasl();
		}
		catch (InvalidMasterUrlException ex) {
			throw new InvalidMesosPropertyException(property, ex.reason(), property + "=false");
		}
	}

}
