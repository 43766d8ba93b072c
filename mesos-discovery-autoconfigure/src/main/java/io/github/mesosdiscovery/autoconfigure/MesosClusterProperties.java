package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.codec.MasterHost;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one cluster, the main one or a further one, except those below its
 * {@code zk}: as a key that has a value of its own, that cannot be bound to an object.
 */
public class MesosClusterProperties {

	/**
	 * Whether to find the Mesos masters.
	 */
	private boolean enabled = true;

	/**
	 * Where the masters are found: a zk:// URL as Mesos takes it, file:///path of a file
	 * that holds one, or host:port of a fixed master.
	 */
	private @Nullable String zk;

	/**
	 * Longest time that the start of the application waits for a leading master. Zero
	 * does not wait.
	 */
	private Duration waitForLeader = Duration.ofSeconds(0);

	private final Master master = new Master();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getZk() {
		return this.zk;
	}

	public void setZk(@Nullable String zk) {
		this.zk = zk;
	}

	public Duration getWaitForLeader() {
		return this.waitForLeader;
	}

	public void setWaitForLeader(Duration waitForLeader) {
		this.waitForLeader = waitForLeader;
	}

	public Master getMaster() {
		return this.master;
	}

	/**
	 * How the URI of a master is made.
	 */
	public static class Master {

		/**
		 * Scheme of a master's URI. A master does not publish whether it speaks TLS.
		 */
		private String scheme = "http";

		/**
		 * Which of the published names of a master its URI is made of.
		 */
		private MasterHost host = MasterHost.IP;

		public String getScheme() {
			return this.scheme;
		}

		public void setScheme(String scheme) {
			this.scheme = scheme;
		}

		public MasterHost getHost() {
			return this.host;
		}

		public void setHost(MasterHost host) {
			this.host = host;
		}

	}

}
