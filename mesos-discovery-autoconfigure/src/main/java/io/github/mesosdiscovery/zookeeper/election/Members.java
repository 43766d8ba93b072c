package io.github.mesosdiscovery.zookeeper.election;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * The registrations that were listed, in election order: the lowest sequence leads,
 * compared as a signed 32-bit number across all labels, as the {@code Group} of Mesos
 * does. Immutable: a change copies the list, which has 1 to 7 elements in real clusters.
 *
 * @param all the members in election order, never changed after it was handed over
 */
record Members(List<Member> all) {

	private static final Comparator<Member> ELECTION_ORDER = Comparator
		.comparingInt((Member member) -> member.name().sequence())
		.thenComparing((member) -> member.name().znode());

	static final Members NONE = new Members(List.of());

	/**
	 * Whether every registration was read at least once.
	 */
	boolean isComplete() {
		for (Member member : this.all) {
			if (member.value() == null) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return how many are being read.
	 */
	int reading() {
		int reading = 0;
		for (Member member : this.all) {
			reading += (member.request() != 0) ? 1 : 0;
		}
		return reading;
	}

	/**
	 * Return the first one that waits to be read, or {@code null}.
	 */
	@Nullable Member firstWaiting() {
		for (Member member : this.all) {
			if (member.waiting()) {
				return member;
			}
		}
		return null;
	}

	/**
	 * Return the one that leads, or {@code null} if there is none.
	 */
	@Nullable Member first() {
		return this.all.isEmpty() ? null : this.all.get(0);
	}

	@Nullable Member get(RegistrationName name) {
		int index = indexOf(name);
		return (index >= 0) ? this.all.get(index) : null;
	}

	/**
	 * Return what was read, in election order.
	 */
	List<MasterRegistration> registrations() {
		List<MasterRegistration> read = new ArrayList<>(this.all.size());
		for (Member member : this.all) {
			if (member.value() != null) {
				read.add(member.value());
			}
		}
		return read;
	}

	Members with(Member member) {
		List<Member> changed = new ArrayList<>(this.all);
		int index = indexOf(member.name());
		if (index >= 0) {
			changed.set(index, member);
		}
		else {
			changed.add(-index - 1, member);
		}
		return new Members(changed);
	}

	Members without(RegistrationName name) {
		int index = indexOf(name);
		if (index < 0) {
			return this;
		}
		List<Member> changed = new ArrayList<>(this.all);
		changed.remove(index);
		return new Members(changed);
	}

	private int indexOf(RegistrationName name) {
		return Collections.binarySearch(this.all, Member.listed(name), ELECTION_ORDER);
	}

}
