package io.github.mesosdiscovery.actuate.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} to expose the Mesos masters of each cluster, their leader
 * and its last changes. Answers from memory.
 */
@Endpoint(id = "mesos")
public class MesosEndpoint {

	private final @Nullable MesosMasterLocator locator;

	private final Map<String, MesosMasterLocator> clusters;

	/**
	 * Create a new endpoint for one cluster.
	 * @param locator the locator
	 */
	public MesosEndpoint(MesosMasterLocator locator) {
		this(locator, Map.of());
	}

	/**
	 * Create a new endpoint for several clusters.
	 * @param locator the locator of the main cluster, or {@code null} if there is none
	 * @param clusters the locators of all clusters by name
	 */
	public MesosEndpoint(@Nullable MesosMasterLocator locator, Map<String, MesosMasterLocator> clusters) {
		this.locator = locator;
		this.clusters = new LinkedHashMap<>(clusters);
	}

	/**
	 * Describe the main cluster.
	 * @return the masters, the connection and the last changes of the leader
	 * @throws IllegalArgumentException if there is no main cluster
	 */
	@ReadOperation
	public MesosDescriptor masters() {
		return describe(this.locator);
	}

	/**
	 * Describe a cluster.
	 * @param cluster the name of the cluster
	 * @return the masters, the connection and the last changes of the leader
	 * @throws IllegalArgumentException if there is no such cluster
	 */
	@ReadOperation
	public MesosDescriptor cluster(@Selector String cluster) {
		return describe(this.clusters.get(cluster));
	}

	private MesosDescriptor describe(@Nullable MesosMasterLocator locator) {
		if (locator == null) {
			// Without the requested name, which anyone can choose.
			throw new IllegalArgumentException(
					"There is no such cluster. Known clusters: " + String.join(", ", this.clusters.keySet()));
		}
		return MesosDescriptor.of(locator.snapshot());
	}

}
