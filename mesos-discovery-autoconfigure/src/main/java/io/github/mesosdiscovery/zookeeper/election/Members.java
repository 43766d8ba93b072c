package io.github.mesosdiscovery.zookeeper.election;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Member.Status;
import org.jspecify.annotations.Nullable;

/**
 * The registrations that were listed, in election order: the lowest sequence leads,
 * compared as a signed 32-bit number across all labels, as the {@code Group} of Mesos
 * does. Immutable: a change copies the list, which has 1 to 7 elements in real clusters.
 *
 * @param all the members in election order
 */
record Members(List<Member> all) {

	/**
	 * How many registrations are read at a time: 256 at once, of 1 MB each, have brought
	 * a server down.
	 */
	static final int MAX_CONCURRENT = 16;

	private static final Comparator<RegistrationName> ELECTION_ORDER = Comparator
		.comparingInt(RegistrationName::sequence)
		.thenComparing(RegistrationName::znode);

	private static final Comparator<Member> BY_NAME = Comparator.comparing(Member::name, ELECTION_ORDER);

	static final Members NONE = new Members(List.of());

	/**
	 * Return the members of a new listing.
	 * @param names the listed names
	 * @param refresh whether to read those again that were read before
	 */
	Members listed(Collection<RegistrationName> names, boolean refresh) {
		Set<RegistrationName> sorted = new TreeSet<>(ELECTION_ORDER);
		sorted.addAll(names);
		List<Member> listed = new ArrayList<>(sorted.size());
		for (RegistrationName name : sorted) {
			Member member = get(name);
			if (member == null) {
				listed.add(Member.listed(name));
			}
			else {
				listed.add(refresh ? member.enqueue() : member);
			}
		}
		return new Members(listed);
	}

	/** Return the members to read now. */
	List<Member> toRead() {
		int free = MAX_CONCURRENT - reading();
		List<Member> next = new ArrayList<>();
		for (Member member : this.all) {
			if (member.status() == Status.WAITING && next.size() < free) {
				next.add(member);
			}
		}
		return next;
	}

	int reading() {
		int reading = 0;
		for (Member member : this.all) {
			reading += (member.status() == Status.READING) ? 1 : 0;
		}
		return reading;
	}

	@Nullable Retry nextRetry() {
		Retry next = null;
		for (Member member : this.all) {
			next = Retry.first(next, member.pendingRetry());
		}
		return next;
	}

	/** Let those members wait for a read whose retry is due. */
	Members retry(long now) {
		List<Member> changed = new ArrayList<>(this.all);
		changed.replaceAll((member) -> Retry.isDue(member.pendingRetry(), now) ? member.enqueue() : member);
		return new Members(changed);
	}

	boolean isComplete() {
		for (Member member : this.all) {
			if (member.value() == null) {
				return false;
			}
		}
		return true;
	}

	/** Return what was read, in election order. */
	List<MasterRegistration> registrations() {
		List<MasterRegistration> read = new ArrayList<>(this.all.size());
		for (Member member : this.all) {
			if (member.value() != null) {
				read.add(member.value());
			}
		}
		return read;
	}

	/** Return the member that leads, or {@code null} if there is none. */
	@Nullable Member first() {
		return this.all.isEmpty() ? null : this.all.get(0);
	}

	@Nullable Member get(RegistrationName name) {
		int index = indexOf(name);
		return (index >= 0) ? this.all.get(index) : null;
	}

	Members update(RegistrationName name, UnaryOperator<Member> change) {
		int index = indexOf(name);
		if (index < 0) {
			return this;
		}
		List<Member> changed = new ArrayList<>(this.all);
		changed.set(index, change.apply(this.all.get(index)));
		return new Members(changed);
	}

	Members without(RegistrationName name) {
		List<Member> changed = new ArrayList<>(this.all);
		changed.removeIf((member) -> member.name().equals(name));
		return new Members(changed);
	}

	private int indexOf(RegistrationName name) {
		return Collections.binarySearch(this.all, Member.listed(name), BY_NAME);
	}

}
