package io.github.mesosdiscovery.actuate.endpoint;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that shows the Mesos masters, their leader and its last
 * changes. It answers from memory.
 */
@Endpoint(id = "mesos")
public class MesosEndpoint {

	private final MesosMasterLocator locator;

	private final LeaderChanges changes;

	/**
	 * Create a new endpoint.
	 * @param locator the locator to ask
	 * @param changes the last changes of its leader
	 */
	public MesosEndpoint(MesosMasterLocator locator, LeaderChanges changes) {
		this.locator = locator;
		this.changes = changes;
	}

	/**
	 * Return what is known of the masters.
	 * @return leader, masters, connection and problem of one reading, and the last
	 * changes of the leader
	 */
	@ReadOperation
	public MesosDescriptor masters() {
		return MesosDescriptor.of(this.locator.snapshot(), this.changes.latest());
	}

}
