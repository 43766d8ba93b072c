package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the session with ZooKeeper.
 */
@ConfigurationProperties("mesos.discovery.zk")
public class MesosZooKeeperProperties {

	/**
	 * Alternative to mesos.discovery.zk for YAML, where zk also has nested keys.
	 */
	private @Nullable String url;

	/**
	 * User name of the digest credentials, instead of the one in the URL.
	 */
	private @Nullable String username;

	/**
	 * Password of the digest credentials, instead of the one in the URL.
	 */
	private @Nullable String password;

	/**
	 * Timeout of the session to ask ZooKeeper for, from 100ms to 1h. A leader is
	 * withdrawn when ZooKeeper has not responded for the negotiated time.
	 */
	private Duration sessionTimeout = Duration.ofSeconds(10);

	/**
	 * Time between two readings of all registrations, beside the watches. At least the
	 * session timeout is taken.
	 */
	private Duration resyncInterval = Duration.ofMinutes(1);

	/**
	 * Labels of the znodes that count as registrations. All when empty.
	 */
	private List<String> labels = new ArrayList<>();

	private final Ssl ssl = new Ssl();

	private final Sasl sasl = new Sasl();

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public Duration getSessionTimeout() {
		return this.sessionTimeout;
	}

	public void setSessionTimeout(Duration sessionTimeout) {
		this.sessionTimeout = sessionTimeout;
	}

	public Duration getResyncInterval() {
		return this.resyncInterval;
	}

	public void setResyncInterval(Duration resyncInterval) {
		this.resyncInterval = resyncInterval;
	}

	public List<String> getLabels() {
		return this.labels;
	}

	public void setLabels(List<String> labels) {
		this.labels = labels;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public Sasl getSasl() {
		return this.sasl;
	}

	/**
	 * SASL between this application and ZooKeeper.
	 */
	public static class Sasl {

		/**
		 * Whether to read nothing from ZooKeeper without a SASL login, which takes the
		 * JAAS configuration of the process.
		 */
		private boolean required;

		public boolean isRequired() {
			return this.required;
		}

		public void setRequired(boolean required) {
			this.required = required;
		}

	}

	/**
	 * TLS between this application and ZooKeeper.
	 */
	public static class Ssl {

		/**
		 * Whether to connect to ZooKeeper with TLS. Enabled automatically if "bundle" is
		 * provided unless specified otherwise. With neither, the system property
		 * zookeeper.client.secure counts.
		 */
		private @Nullable Boolean enabled;

		/**
		 * Name of the SSL bundle to connect with. Without one, what the Java runtime
		 * trusts is trusted, and no certificate is shown.
		 */
		private @Nullable String bundle;

		public boolean isEnabled() {
			return (this.enabled != null) ? this.enabled : this.bundle != null && !this.bundle.isEmpty();
		}

		boolean isSpecified() {
			return this.enabled != null;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

}
