package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Where the Mesos masters are found and what it takes to connect. A bean of this type
 * takes the place of {@code mesos.discovery.zk} with its {@code url}, {@code username},
 * {@code password} and {@code ssl}; those properties are not looked at then. All other
 * properties count as ever. It is asked once, when the locator is made.
 * <p>
 * Spring Boot makes such a bean of a container of ZooKeeper that Testcontainers or Docker
 * Compose has started. Further clusters are made of their properties alone.
 */
public interface MesosDiscoveryConnectionDetails extends ConnectionDetails {

	/**
	 * Return where the masters are, as {@code mesos.discovery.zk} takes it:
	 * {@code zk://host:port/path}, {@code file:///path} or {@code host:port}.
	 * @return the mechanism string
	 */
	String getMechanism();

	/**
	 * Return the user name of the digest credentials, which take the place of those in
	 * the mechanism string.
	 * @return the user name, or {@code null} for none
	 */
	default @Nullable String getUsername() {
		return null;
	}

	/**
	 * Return the password of the digest credentials.
	 * @return the password, or {@code null} for none
	 */
	default @Nullable String getPassword() {
		return null;
	}

	/**
	 * Return the SSL bundle to connect to ZooKeeper with.
	 * @return the bundle, or {@code null} to connect without TLS
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
