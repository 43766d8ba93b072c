package io.github.mesosdiscovery.zookeeper;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.MasterRegistration;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the registrations, in election order. It never changes. Size and first
 * are known at once, so that a failover need not wait for the others to be gathered: that
 * is left to whoever looks at them first.
 */
final class ReadRegistrations extends AbstractList<MasterRegistration> implements RandomAccess {

	private final SlotTree tree;

	/**
	 * Several threads may gather at once, and each takes what it sees: an immutable list
	 * needs no lock to be seen whole, and all of them are equal.
	 */
	private @Nullable List<MasterRegistration> all;

	ReadRegistrations(SlotTree tree) {
		this.tree = tree;
	}

	/**
	 * Whether two lists say the same, so that nobody needs to hear of the second.
	 */
	static boolean isSame(List<MasterRegistration> one, List<MasterRegistration> other) {
		if (one instanceof ReadRegistrations read && other instanceof ReadRegistrations again) {
			return SlotTree.isSameRead(read.tree, again.tree);
		}
		return one.size() == other.size()
				&& IntStream.range(0, one.size()).allMatch((i) -> Slot.isSame(one.get(i), other.get(i)));
	}

	@Override
	public int size() {
		return this.tree.size - this.tree.unread;
	}

	@Override
	public MasterRegistration get(int index) {
		MasterRegistration first = (index == 0) ? this.tree.first().slot.value() : null;
		return (first != null) ? first : all().get(index);
	}

	private List<MasterRegistration> all() {
		List<MasterRegistration> all = this.all;
		if (all == null) {
			all = this.tree.read();
			this.all = all;
		}
		return all;
	}

}
