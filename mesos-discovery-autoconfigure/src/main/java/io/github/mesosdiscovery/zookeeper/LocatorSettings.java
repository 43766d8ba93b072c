package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.url.MasterUrl;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.election.DetectorSettings;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * What a locator was built with.
 *
 * @param cluster the name of the cluster
 * @param name the name that threads and log lines carry
 * @param masterUrl where the masters are
 * @param sessionTimeout the session timeout to ask for
 * @param resyncInterval how often everything is read again
 * @param labels the labels that make a child a registration, or empty for all
 * @param scheme the scheme of the masters' URIs
 * @param host the host of the masters' URIs
 * @param security how the client and ZooKeeper are to trust each other
 * @param clientConfig what changes the configuration of ZooKeeper's client last
 */
record LocatorSettings(String cluster, String name, MasterUrl masterUrl, Duration sessionTimeout,
		Duration resyncInterval, Set<String> labels, String scheme, MasterHost host, ClientSecurity security,
		Consumer<ZKClientConfig> clientConfig) {

	DetectorSettings detector(ZooKeeperUrl url) {
		return new DetectorSettings(this.cluster, url.servers(), url.path(), this.sessionTimeout.toNanos(),
				this.resyncInterval.toNanos(), this.security.saslRequired(), this.security.encrypts());
	}

	/**
	 * What may be a mistake, to be logged as warnings.
	 */
	List<String> hints() {
		List<String> hints = new ArrayList<>(this.masterUrl.hint().stream().toList());
		if (this.masterUrl instanceof ZooKeeperUrl url) {
			hints.addAll(this.security.hints(url));
		}
		return hints;
	}

	/**
	 * A snapshot in which no master is known.
	 */
	MasterSnapshot initial(ConnectionState state, Instant now, List<LeaderChange> changes) {
		ZooKeeperUrl url = (this.masterUrl instanceof ZooKeeperUrl given) ? given : null;
		return new MasterSnapshot(
				this.cluster, new MasterConnection(state, (url != null) ? url.servers() : null,
						(url != null) ? url.path() : null, now, (url != null) ? this.sessionTimeout : null),
				List.of(), List.of(), null, true, changes);
	}

}
