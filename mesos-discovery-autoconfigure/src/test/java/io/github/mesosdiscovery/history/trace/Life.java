package io.github.mesosdiscovery.history.trace;

import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import io.github.mesosdiscovery.ConnectionState;
import org.jspecify.annotations.Nullable;

/**
 * A locator from its start to its close.
 *
 * @param name its name
 * @param timeout the session timeout that it asked for, in nanoseconds
 * @param hosts how many servers it can connect to
 * @param publications its snapshots in their order
 * @param signs what happened to it
 * @param requests what it asked for
 * @param hearings what its listeners heard
 * @param chains what those got who asked for changes
 * @param sights what its readers saw
 * @param sessions the ids of its sessions
 * @param failures what went wrong in it that nothing may go wrong in
 * @param rest how it came to rest, or {@code null} if it was closed before
 * @param close its end
 */
public record Life(String name, long timeout, int hosts, List<Publication> publications, List<Sign> signs,
		List<Request> requests, List<Hearing> hearings, List<Chain> chains, List<Sight> sights, Set<Long> sessions,
		List<String> failures, @Nullable Rest rest, Close close) {

	/**
	 * Return when reads were answered. A heartbeat is one only while a view is current: a
	 * server can answer heartbeats and never a list.
	 * @return the times on the monotonic clock, with {@link Long#MIN_VALUE} before the
	 * first
	 */
	public NavigableSet<Long> answers() {
		NavigableSet<Long> answers = new TreeSet<>(Set.of(Long.MIN_VALUE));
		Iterator<Publication> publications = this.publications.iterator();
		Publication next = publications.hasNext() ? publications.next() : null;
		ConnectionState state = ConnectionState.CONNECTING;
		for (Sign sign : this.signs) {
			while (next != null && next.nanos() <= sign.nanos()) {
				state = next.state();
				next = publications.hasNext() ? publications.next() : null;
			}
			if (sign.isAnswer() && (sign.kind() != Sign.Kind.HEARD || state == ConnectionState.CONNECTED)) {
				answers.add(sign.nanos());
			}
		}
		return answers;
	}

	/**
	 * Return the publication of a number.
	 * @param number the number
	 * @return the publication, or {@code null} if there is none
	 */
	public @Nullable Publication publication(long number) {
		return this.publications.stream().filter((one) -> one.number() == number).findFirst().orElse(null);
	}

}
