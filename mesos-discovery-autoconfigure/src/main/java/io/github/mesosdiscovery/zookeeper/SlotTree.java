package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * A node of a balanced search tree in election order that never changes: a change makes
 * new nodes on the way to the root and shares all others. Each node counts what is below
 * it, so that nothing that is asked for has to be searched.
 */
final class SlotTree {

	private static final Comparator<RegistrationName> ELECTION_ORDER = Comparator
		.comparingInt(RegistrationName::sequence)
		.thenComparing(RegistrationName::znode);

	final RegistrationName name;

	final Slot slot;

	final int size;

	/** How many have no value yet. */
	final int unread;

	/** How many wait for their turn to be read. */
	final int waiting;

	/** How many are being read. */
	final int reading;

	private final @Nullable SlotTree left;

	private final @Nullable SlotTree right;

	private final int height;

	private SlotTree(@Nullable SlotTree left, RegistrationName name, Slot slot, @Nullable SlotTree right) {
		this.left = left;
		this.name = name;
		this.slot = slot;
		this.right = right;
		this.height = 1 + Math.max(height(left), height(right));
		this.size = 1 + ((left != null) ? left.size : 0) + ((right != null) ? right.size : 0);
		this.unread = ((slot.value() == null) ? 1 : 0) + ((left != null) ? left.unread : 0)
				+ ((right != null) ? right.unread : 0);
		this.waiting = (slot.waiting() ? 1 : 0) + waiting(left) + waiting(right);
		this.reading = ((slot.request() != 0) ? 1 : 0) + ((left != null) ? left.reading : 0)
				+ ((right != null) ? right.reading : 0);
	}

	static @Nullable Slot get(@Nullable SlotTree tree, RegistrationName name) {
		SlotTree node = tree;
		while (node != null) {
			int order = ELECTION_ORDER.compare(name, node.name);
			if (order == 0) {
				return node.slot;
			}
			node = (order < 0) ? node.left : node.right;
		}
		return null;
	}

	static SlotTree put(@Nullable SlotTree tree, RegistrationName name, Slot slot) {
		if (tree == null) {
			return new SlotTree(null, name, slot, null);
		}
		int order = ELECTION_ORDER.compare(name, tree.name);
		if (order == 0) {
			return new SlotTree(tree.left, name, slot, tree.right);
		}
		return (order < 0) ? balanced(put(tree.left, name, slot), tree, tree.right)
				: balanced(tree.left, tree, put(tree.right, name, slot));
	}

	static @Nullable SlotTree remove(@Nullable SlotTree tree, RegistrationName name) {
		if (tree == null) {
			return null;
		}
		int order = ELECTION_ORDER.compare(name, tree.name);
		if (order != 0) {
			return (order < 0) ? balanced(remove(tree.left, name), tree, tree.right)
					: balanced(tree.left, tree, remove(tree.right, name));
		}
		if (tree.left == null || tree.right == null) {
			return (tree.left != null) ? tree.left : tree.right;
		}
		SlotTree next = tree.right.first();
		return balanced(tree.left, next, remove(tree.right, next.name));
	}

	SlotTree first() {
		SlotTree node = this;
		while (node.left != null) {
			node = node.left;
		}
		return node;
	}

	/**
	 * Return the first that waits for its turn, or {@code null}.
	 */
	@Nullable SlotTree firstWaiting() {
		SlotTree node = this;
		while (node != null && waiting(node) > 0) {
			if (waiting(node.left) == 0 && node.slot.waiting()) {
				return node;
			}
			node = (waiting(node.left) > 0) ? node.left : node.right;
		}
		return null;
	}

	/**
	 * Whether the same was read of the registrations of two trees. What they share is not
	 * looked at, so that a tree and what a change made of it are told apart as fast as
	 * the change was made.
	 */
	static boolean isSameRead(@Nullable SlotTree one, @Nullable SlotTree other) {
		if (one == other) {
			return true;
		}
		if (read(one) != read(other)) {
			return false;
		}
		if (one == null || other == null) {
			return true;
		}
		if (!one.name.equals(other.name)) {
			// Balanced in another way.
			return ReadRegistrations.isSame(one.read(), other.read());
		}
		return isSameRead(one.left, other.left) && Slot.isSameRead(one.slot, other.slot)
				&& isSameRead(one.right, other.right);
	}

	/**
	 * Return what was read.
	 */
	List<MasterRegistration> read() {
		List<MasterRegistration> read = new ArrayList<>(read(this));
		forEach((name, slot) -> {
			if (slot.value() != null) {
				read.add(slot.value());
			}
		});
		return List.copyOf(read);
	}

	void forEach(BiConsumer<RegistrationName, Slot> action) {
		if (this.left != null) {
			this.left.forEach(action);
		}
		action.accept(this.name, this.slot);
		if (this.right != null) {
			this.right.forEach(action);
		}
	}

	/**
	 * Put together what differs by no more than two in height.
	 */
	private static SlotTree balanced(@Nullable SlotTree left, SlotTree middle, @Nullable SlotTree right) {
		if (left != null && height(left) > height(right) + 1) {
			SlotTree inner = left.right;
			return (inner == null || height(left.left) >= inner.height)
					? node(left.left, left, node(inner, middle, right))
					: node(node(left.left, left, inner.left), inner, node(inner.right, middle, right));
		}
		if (right != null && height(right) > height(left) + 1) {
			SlotTree inner = right.left;
			return (inner == null || height(right.right) >= inner.height)
					? node(node(left, middle, inner), right, right.right)
					: node(node(left, middle, inner.left), inner, node(inner.right, right, right.right));
		}
		return node(left, middle, right);
	}

	private static SlotTree node(@Nullable SlotTree left, SlotTree middle, @Nullable SlotTree right) {
		return new SlotTree(left, middle.name, middle.slot, right);
	}

	private static int height(@Nullable SlotTree tree) {
		return (tree != null) ? tree.height : 0;
	}

	private static int read(@Nullable SlotTree tree) {
		return (tree != null) ? tree.size - tree.unread : 0;
	}

	private static int waiting(@Nullable SlotTree tree) {
		return (tree != null) ? tree.waiting : 0;
	}

}
