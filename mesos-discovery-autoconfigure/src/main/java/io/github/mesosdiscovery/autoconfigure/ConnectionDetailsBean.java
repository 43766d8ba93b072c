package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import io.github.mesosdiscovery.url.InvalidMasterUrlException;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocatorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.StringUtils;

/**
 * Connects as a bean of the application says, or one that Spring Boot made of a
 * container.
 */
final class ConnectionDetailsBean implements LocatorConnection {

	private final MesosDiscoveryConnectionDetails details;

	ConnectionDetailsBean(MesosDiscoveryConnectionDetails details) {
		this.details = details;
	}

	@Override
	public ZooKeeperMasterLocatorBuilder builder() {
		try {
			// What is not null-checked can return null nevertheless.
			ZooKeeperMasterLocatorBuilder builder = ZooKeeperMasterLocator
				.builder(Objects.requireNonNullElse(this.details.getMechanism(), ""));
			authenticate(builder);
			SslBundle bundle = this.details.getSslBundle();
			if (bundle != null) {
				secure(builder, bundle);
			}
			return builder;
		}
		catch (InvalidMasterUrlException ex) {
			throw unusable(ex.reason(), "Let it return a right mechanism, for example " + ex.example());
		}
	}

	private void authenticate(ZooKeeperMasterLocatorBuilder builder) {
		String username = this.details.getUsername();
		String password = this.details.getPassword();
		if (StringUtils.hasLength(username)) {
			Credentials.warn("The user name of the MesosDiscoveryConnectionDetails", username);
			Credentials.warn("The password of the MesosDiscoveryConnectionDetails",
					Objects.requireNonNullElse(password, ""));
			builder.credentials(username, Objects.requireNonNullElse(password, ""));
		}
		else if (StringUtils.hasLength(password)) {
			throw unusable("it has a password and no user name", "Let it return both or none");
		}
	}

	private void secure(ZooKeeperMasterLocatorBuilder builder, SslBundle bundle) {
		try {
			BundleStores.of(bundle);
			builder.tls(() -> BundleStores.of(bundle));
		}
		catch (InvalidMasterUrlException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw unusable(
					"the SSL bundle cannot be used: "
							+ ((ex instanceof IllegalStateException) ? ex.getMessage() : BundleStores.reason(ex)),
					"Let it return another bundle, or none to connect without TLS");
		}
	}

	private UnusableBeanException unusable(String reason, String action) {
		return new UnusableBeanException(MesosDiscoveryConnectionDetails.class, this.details, reason, action, null);
	}

}
