package io.github.mesosdiscovery.autoconfigure.http;

import java.util.Collection;

import io.github.mesosdiscovery.http.MesosLeader;

/**
 * A {@link MesosLeader} names no cluster, or is not the same on all interfaces of a group
 * of HTTP services.
 */
class InvalidMesosLeaderException extends RuntimeException {

	private final String description;

	private final String action;

	InvalidMesosLeaderException(String description, String action) {
		super(description + " " + action);
		this.description = description;
		this.action = action;
	}

	static InvalidMesosLeaderException unknownCluster(String cluster, Collection<String> known) {
		return new InvalidMesosLeaderException(
				"@MesosLeader(\"" + cluster + "\") names no further cluster. Known clusters: " + known + ".",
				"Name one of them or, for the main cluster, none, or set 'mesos.discovery.clusters." + cluster
						+ ".zk'.");
	}

	String getDescription() {
		return this.description;
	}

	String getAction() {
		return this.action;
	}

}
