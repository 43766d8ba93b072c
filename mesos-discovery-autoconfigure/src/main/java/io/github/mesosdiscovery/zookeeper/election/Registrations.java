package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;
import java.util.Optional;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;

/**
 * Comparison of registrations by all that was read (internal). Their own {@code equals}
 * tells registrations apart, not two readings of one registration.
 */
public final class Registrations {

	private Registrations() {
	}

	/** Return whether both readings have the same content. */
	public static boolean isSame(MasterRegistration one, MasterRegistration other) {
		return one == other || one.equals(other) && (!(one instanceof MesosMaster known)
				|| !(other instanceof MesosMaster read) || known.masterInfo().equals(read.masterInfo()));
	}

	/** Return whether both lists, in election order, have the same content. */
	public static boolean isSame(List<MasterRegistration> one, List<MasterRegistration> other) {
		if (one == other || one.size() != other.size()) {
			return one == other;
		}
		for (int i = 0; i < one.size(); i++) {
			if (!isSame(one.get(i), other.get(i))) {
				return false;
			}
		}
		return true;
	}

	/** Return whether both snapshots have the same leader and content, or no leader. */
	public static boolean isSameLeader(MasterSnapshot one, MasterSnapshot other) {
		return isSameLeader(one.leader(), other.leader());
	}

	static boolean isSameLeader(Optional<MesosMaster> one, Optional<MesosMaster> other) {
		return (one.isPresent() && other.isPresent()) ? isSame(one.get(), other.get())
				: one.isEmpty() && other.isEmpty();
	}

}
