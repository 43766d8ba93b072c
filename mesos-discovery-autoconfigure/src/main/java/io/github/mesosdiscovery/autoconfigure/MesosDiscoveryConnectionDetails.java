package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Details to connect to the ZooKeeper ensemble that the masters of the main cluster
 * register with. A bean of this type replaces {@code mesos.discovery.zk} with its
 * {@code url}, {@code username}, {@code password} and {@code ssl}, which are then
 * ignored. All other properties still apply. The locator reads the details when it is
 * created, and the SSL bundle again for each session.
 * <p>
 * Spring Boot creates such a bean for a container of ZooKeeper that Testcontainers or
 * Docker Compose has started. Further clusters are configured by properties alone.
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
