package io.github.mesosdiscovery;

import java.util.List;

import org.springframework.context.ApplicationEvent;

/**
 * The set of masters changed, leader or not: one came, one went, or one published
 * something new about itself. The source is the locator.
 */
public final class MastersChangedEvent extends ApplicationEvent {

	private final transient List<MasterRegistration> previous;

	private final transient MasterSnapshot snapshot;

	/**
	 * Create a new event.
	 * @param source the locator
	 * @param previous the registrations before, in election order, in a list that never
	 * changes: it is not copied
	 * @param snapshot the reading that holds the new ones
	 */
	public MastersChangedEvent(MesosMasterLocator source, List<MasterRegistration> previous, MasterSnapshot snapshot) {
		super(source);
		this.previous = previous;
		this.snapshot = snapshot;
	}

	@Override
	public MesosMasterLocator getSource() {
		return (MesosMasterLocator) super.getSource();
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
	 * Return the reading that holds the new masters.
	 * @return the snapshot
	 */
	public MasterSnapshot getSnapshot() {
		return this.snapshot;
	}

}
