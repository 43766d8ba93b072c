package io.github.mesosdiscovery;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationEvent;

/**
 * Event published when a master has registered, left or published something new about
 * itself, whether it leads or not. The source is the locator.
 */
public final class MastersChangedEvent extends ApplicationEvent {

	private final transient List<MasterRegistration> previous;

	private final transient MasterSnapshot snapshot;

	/**
	 * Create a new event.
	 * @param source the locator
	 * @param previous the registrations before the change, in election order
	 * @param snapshot the snapshot after the change
	 */
	public MastersChangedEvent(Object source, List<MasterRegistration> previous, MasterSnapshot snapshot) {
		super(source);
		this.previous = List.copyOf(previous);
		this.snapshot = snapshot;
	}

	/**
	 * Return the name of the cluster.
	 * @return the name, {@value MesosMasterLocator#DEFAULT_CLUSTER} for the main cluster
	 */
	public String getCluster() {
		return this.snapshot.cluster();
	}

	/**
	 * Return the registrations before the change.
	 * @return an immutable list in election order
	 */
	public List<MasterRegistration> getPrevious() {
		return this.previous;
	}

	/**
	 * Return the masters after the change.
	 * @return an immutable list in election order, without those that cannot be read
	 */
	public List<MesosMaster> getMasters() {
		return this.snapshot.masters();
	}

	/**
	 * Return the snapshot after the change.
	 * @return the snapshot
	 */
	public MasterSnapshot getSnapshot() {
		return this.snapshot;
	}

	@Override
	public String toString() {
		List<MasterRegistration> current = this.snapshot.registrations();
		return "MastersChangedEvent[" + getCluster() + ": added " + difference(current, this.previous) + ", removed "
				+ difference(this.previous, current) + ", now " + current + "]";
	}

	private static List<MasterRegistration> difference(List<MasterRegistration> all, List<MasterRegistration> without) {
		List<MasterRegistration> difference = new ArrayList<>(all);
		difference.removeAll(without);
		return difference;
	}

}
