package io.github.mesosdiscovery.actuate.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows the Mesos masters, their leader and its last
 * changes, of the main cluster or of one that is named. It answers from memory.
 */
@Endpoint(id = "mesos")
public class MesosEndpoint {

	private final @Nullable MesosMasterLocator locator;

	private final Map<String, MesosMasterLocator> clusters;

	/**
	 * Create a new endpoint of one cluster.
	 * @param locator the locator to ask
	 */
	public MesosEndpoint(MesosMasterLocator locator) {
		this(locator, Map.of());
	}

	/**
	 * Create a new endpoint of several clusters.
	 * @param locator the locator of the main cluster, or {@code null} without one
	 * @param clusters the locators of all clusters by their names
	 */
	public MesosEndpoint(@Nullable MesosMasterLocator locator, Map<String, MesosMasterLocator> clusters) {
		this.locator = locator;
		this.clusters = new LinkedHashMap<>(clusters);
	}

	/**
	 * Return what is known of the masters of the main cluster.
	 * @return leader, masters, connection and problem of one reading, and the last
	 * changes of the leader
	 * @throws IllegalArgumentException if there is no main cluster
	 */
	@ReadOperation
	public MesosDescriptor masters() {
		return find().orElseThrow(() -> new IllegalArgumentException(unknown()));
	}

	/**
	 * Return what is known of the masters of a cluster.
	 * @param cluster the name of the cluster
	 * @return as {@link #masters()}
	 * @throws IllegalArgumentException if there is no such cluster
	 */
	@ReadOperation
	public MesosDescriptor cluster(@Selector String cluster) {
		return find(cluster).orElseThrow(() -> new IllegalArgumentException(unknown()));
	}

	Optional<MesosDescriptor> find() {
		return Optional.ofNullable(this.locator).map(MesosMasterLocator::snapshot).map(MesosDescriptor::of);
	}

	Optional<MesosDescriptor> find(String cluster) {
		return Optional.ofNullable(this.clusters.get(cluster))
			.map(MesosMasterLocator::snapshot)
			.map(MesosDescriptor::of);
	}

	/** What was asked for is not repeated. */
	String unknown() {
		return "There is no cluster with this name. Known clusters: " + String.join(", ", this.clusters.keySet());
	}

}
