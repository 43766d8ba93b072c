package io.github.mesosdiscovery.test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The frameworks of a cluster. All of its masters know them, so that a framework keeps
 * its id after a failover. Thread-safe.
 */
final class Frameworks {

	private final Set<String> known = new HashSet<>();

	/** By the id of the framework. */
	private final Map<String, SchedulerStream> connected = new TreeMap<>();

	private int frameworks;

	private int offers;

	/**
	 * Subscribe a framework. If it is subscribed, the other subscription ends.
	 * @param id the id that it was assigned before, or an empty string for a new
	 * framework
	 * @return the stream, or empty if no master has assigned this id, or if the framework
	 * was removed
	 */
	synchronized Optional<SchedulerStream> subscribe(String id, SimulatedMaster master) {
		if (!id.isEmpty() && !this.known.contains(id)) {
			return Optional.empty();
		}
		String masterId = master.info().getId();
		String frameworkId = id.isEmpty() ? "%s-%04d".formatted(masterId, this.frameworks++) : id;
		this.known.add(frameworkId);
		SchedulerStream stream = new SchedulerStream(
				new SchedulerSubscription(frameworkId, UUID.randomUUID().toString(), master),
				() -> nextOfferId(masterId));
		SchedulerStream other = this.connected.put(frameworkId, stream);
		if (other != null) {
			other.end("Framework failed over");
		}
		return Optional.of(stream);
	}

	private synchronized String nextOfferId(String masterId) {
		return masterId + "-O" + this.offers++;
	}

	synchronized boolean isKnown(String id) {
		return this.known.contains(id);
	}

	synchronized Optional<SchedulerStream> find(String id) {
		return Optional.ofNullable(this.connected.get(id));
	}

	/**
	 * Remove a framework permanently, and end its stream.
	 */
	synchronized void remove(String id) {
		this.known.remove(id);
		find(id).ifPresent((stream) -> stream.end(null));
	}

	/**
	 * Keep the framework of a stream that has ended, for its next subscription.
	 */
	synchronized void disconnect(SchedulerStream stream) {
		this.connected.remove(stream.subscription().frameworkId(), stream);
	}

	synchronized List<SchedulerSubscription> subscriptions() {
		return this.connected.values().stream().map(SchedulerStream::subscription).toList();
	}

}
