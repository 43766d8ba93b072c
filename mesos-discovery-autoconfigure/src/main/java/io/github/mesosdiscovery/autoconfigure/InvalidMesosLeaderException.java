package io.github.mesosdiscovery.autoconfigure;

import java.util.Collection;

/**
 * A {@link io.github.mesosdiscovery.http.MesosLeader} names what is not there, or does
 * not go with another.
 */
class InvalidMesosLeaderException extends IllegalStateException {

	private final String reason;

	private final String action;

	/**
	 * Create a new exception.
	 * @param reason what was found, without a full stop
	 * @param action what to do, without a full stop
	 */
	InvalidMesosLeaderException(String reason, String action) {
		super(reason + ". " + action);
		this.reason = reason;
		this.action = action;
	}

	/**
	 * Return an exception for a cluster that nobody has configured.
	 * @param cluster its name
	 * @param known the names of the known clusters
	 */
	static InvalidMesosLeaderException ofCluster(String cluster, Collection<String> known) {
		return new InvalidMesosLeaderException(
				"@MesosLeader(\"" + cluster + "\") names no further cluster. Known clusters: " + known,
				"Name one of them or, for the main cluster, none, or set 'mesos.discovery.clusters." + cluster
						+ ".zk'");
	}

	/**
	 * Return an exception for the main cluster where there are further ones only.
	 * @param known the names of the known clusters
	 */
	static InvalidMesosLeaderException ofMain(Collection<String> known) {
		return new InvalidMesosLeaderException(
				"@MesosLeader without a name stands for the main cluster, which is not configured. Known clusters: "
						+ known,
				"Name one of them, or set 'mesos.discovery.zk'");
	}

	String getReason() {
		return this.reason;
	}

	String getAction() {
		return this.action;
	}

}
