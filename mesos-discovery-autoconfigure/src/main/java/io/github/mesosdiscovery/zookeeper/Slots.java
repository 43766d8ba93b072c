package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * The registrations in election order. Immutable: a change makes another one, at a cost
 * that grows with the logarithm of their number, since anybody who may create znodes can
 * make that number large.
 */
final class Slots {

	static final Slots NONE = new Slots(null, List.of());

	private final @Nullable SlotTree root;

	private final List<MasterRegistration> registrations;

	private Slots(@Nullable SlotTree root, List<MasterRegistration> registrations) {
		this.root = root;
		this.registrations = registrations;
	}

	int size() {
		return (this.root != null) ? this.root.size : 0;
	}

	boolean isEmpty() {
		return this.root == null;
	}

	/**
	 * Whether every registration has been read once.
	 */
	boolean isComplete() {
		return this.root == null || this.root.unread == 0;
	}

	/**
	 * How many are being read.
	 */
	int reading() {
		return (this.root != null) ? this.root.reading : 0;
	}

	/**
	 * Return the first that waits to be read, or {@code null}.
	 */
	@Nullable RegistrationName firstWaiting() {
		SlotTree waiting = (this.root != null) ? this.root.firstWaiting() : null;
		return (waiting != null) ? waiting.name : null;
	}

	/**
	 * Return the slot of the registration that leads, or {@code null} if there is none.
	 */
	@Nullable Slot first() {
		return (this.root != null) ? this.root.first().slot : null;
	}

	/**
	 * Return the name of the registration that leads, or {@code null} if there is none.
	 */
	@Nullable RegistrationName firstName() {
		return (this.root != null) ? this.root.first().name : null;
	}

	@Nullable Slot get(RegistrationName name) {
		return SlotTree.get(this.root, name);
	}

	boolean contains(RegistrationName name) {
		return get(name) != null;
	}

	List<RegistrationName> names() {
		List<RegistrationName> names = new ArrayList<>(size());
		if (this.root != null) {
			this.root.forEach((name, slot) -> names.add(name));
		}
		return names;
	}

	/**
	 * Return what was read. As long as that stays the same it is the same list, so that
	 * it need not be compared.
	 */
	List<MasterRegistration> registrations() {
		return this.registrations;
	}

	Slots put(RegistrationName name, Slot slot) {
		Slot before = get(name);
		boolean same = ((before != null) ? before.value() : null) == slot.value();
		SlotTree changed = SlotTree.put(this.root, name, slot);
		return new Slots(changed, same ? this.registrations : new ReadRegistrations(changed));
	}

	Slots remove(RegistrationName name) {
		Slot before = get(name);
		if (before == null) {
			return this;
		}
		SlotTree left = SlotTree.remove(this.root, name);
		if (left == null) {
			return NONE;
		}
		return new Slots(left, (before.value() == null) ? this.registrations : new ReadRegistrations(left));
	}

}
