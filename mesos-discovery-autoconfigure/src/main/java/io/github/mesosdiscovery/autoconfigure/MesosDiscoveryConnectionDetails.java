package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Details required to connect to the ZooKeeper ensemble that the masters of the main
 * cluster register with. A bean of this type replaces the properties
 * {@code mesos.discovery.zk} and {@code url}, {@code username}, {@code password} and
 * {@code ssl} below it. All other properties still apply. The locator reads the details
 * when it is created, and the SSL bundle again for each session.
 * <p>
 * Spring Boot creates such a bean for a ZooKeeper container of Testcontainers or Docker
 * Compose. Further clusters are configured by properties only.
 */
public interface MesosDiscoveryConnectionDetails extends ConnectionDetails {

	/**
	 * Return where the masters register, in any form of {@code mesos.discovery.zk}:
	 * {@code zk://host:port/path}, {@code file:///path} or {@code host:port}.
	 * @return the URL
	 */
	String getMechanism();

	/**
	 * Return the user name of the digest credentials, which override those in the URL.
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
	 * @return the bundle, or {@code null} for none. ZooKeeper's system properties, such
	 * as {@code zookeeper.client.secure}, decide then
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
