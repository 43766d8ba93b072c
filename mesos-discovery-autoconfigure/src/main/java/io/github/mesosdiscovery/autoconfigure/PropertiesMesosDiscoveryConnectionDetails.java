package io.github.mesosdiscovery.autoconfigure;

import java.util.function.Supplier;

import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;
import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Connects as the properties of a cluster say. Whatever is wrong with them is an
 * {@link InvalidMesosPropertyException}.
 */
final class PropertiesMesosDiscoveryConnectionDetails implements MesosDiscoveryConnectionDetails, LocatorConnection {

	private static final Log logger = LogFactory.getLog(PropertiesMesosDiscoveryConnectionDetails.class);

	private final String property;

	private final MesosClusterProperties properties;

	private final MesosZooKeeperProperties zk;

	private final @Nullable SslBundles bundles;

	private final boolean hasDefault;

	/**
	 * Create new connection details.
	 * @param prefix the prefix of the properties, as failures name it
	 * @param properties the properties below the prefix
	 * @param zk the properties below its {@code zk}
	 * @param bundles all SSL bundles, or {@code null} when there are none
	 * @param hasDefault whether the default of {@code mesos.discovery.zk} counts
	 */
	PropertiesMesosDiscoveryConnectionDetails(String prefix, MesosClusterProperties properties,
			MesosZooKeeperProperties zk, @Nullable SslBundles bundles, boolean hasDefault) {
		this.property = prefix + ".zk";
		this.properties = properties;
		this.zk = zk;
		this.bundles = bundles;
		this.hasDefault = hasDefault;
	}

	@Override
	public String getMechanism() {
		return mechanism().value();
	}

	@Override
	public @Nullable String getUsername() {
		return this.zk.getUsername();
	}

	@Override
	public @Nullable String getPassword() {
		return this.zk.getPassword();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		if (!this.zk.getSsl().isEnabled()) {
			return null;
		}
		String bundle = bundleName();
		return (bundle != null && this.bundles != null) ? this.bundles.getBundle(bundle) : SslBundle.systemDefault();
	}

	@Override
	public ZooKeeperMasterLocatorBuilder builder() {
		MechanismProperty mechanism = mechanism();
		if (mechanism.isDefault()) {
			logger.info("The property '" + this.property + "' is not set; following the default, " + mechanism.value());
		}
		Credentials credentials = Credentials.of(this.property, this.zk.getUsername(), this.zk.getPassword(),
				mechanism);
		try {
			ZooKeeperMasterLocatorBuilder builder = ZooKeeperMasterLocator.builder(mechanism.value());
			if (credentials != null) {
				builder.credentials(credentials.username(), credentials.password());
			}
			if (this.zk.getSsl().isEnabled()) {
				secure(builder, this.property + ".ssl");
			}
			else if (this.zk.getSsl().isSpecified()) {
				builder.plaintext();
			}
			return builder;
		}
		catch (InvalidMasterUrlException ex) {
			throw mechanism.invalid(ex);
		}
	}

	private MechanismProperty mechanism() {
		MechanismProperty mechanism = MechanismProperty.of(this.property, this.properties.getZk(), this.zk.getUrl());
		if (mechanism != null) {
			return mechanism;
		}
		if (!this.hasDefault) {
			throw new InvalidMesosPropertyException(this.property,
					"it is not set; only the main cluster has a default, and only while no cluster is configured",
					this.property + "=" + MechanismProperty.DEFAULT);
		}
		return MechanismProperty.byDefault(this.property);
	}

	private void secure(ZooKeeperMasterLocatorBuilder builder, String ssl) {
		String bundle = bundleName();
		// By its name: a bundle that is updated later has to be heard of.
		Supplier<TlsStores> stores = BundleStores.of(ssl + ".bundle", bundle, this.bundles);
		try {
			builder.tls(stores);
		}
		catch (InvalidMasterUrlException | IllegalStateException ex) {
			throw new InvalidMesosPropertyException(ssl + ((bundle != null) ? ".bundle" : ".enabled"),
					String.valueOf(
							(ex instanceof InvalidMasterUrlException invalid) ? invalid.reason() : ex.getMessage()),
					ssl + ".enabled=false");
		}
	}

	private @Nullable String bundleName() {
		String bundle = this.zk.getSsl().getBundle();
		return StringUtils.hasLength(bundle) ? bundle : null;
	}

}
