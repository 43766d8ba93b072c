package io.github.mesosdiscovery.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import io.github.mesosdiscovery.history.invariant.Convergence;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Rest;
import io.github.mesosdiscovery.history.trace.Rest.Probe;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.history.truth.View;
import io.github.mesosdiscovery.history.truth.Znode;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;

/**
 * Waits until all locators are at rest after the faults, and then changes two things more
 * that they have to find.
 */
final class Settling {

	private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);

	private final HistoryScenario scenario;

	private final Admin admin;

	private final Servers servers;

	private final List<Subject> subjects;

	private final Payloads payloads;

	private final String path;

	private final Map<Subject, Long> settled = new HashMap<>();

	private final Map<Subject, List<Probe>> probes = new HashMap<>();

	private long healed;

	private long end;

	private @Nullable View view;

	private Watches watches = Watches.NONE;

	Settling(HistoryScenario scenario, Admin admin, Servers servers, Subjects subjects, Payloads payloads,
			String path) {
		this.scenario = scenario;
		this.admin = admin;
		this.servers = servers;
		this.subjects = subjects.living();
		this.payloads = payloads;
		this.path = path;
	}

	View view() {
		return Objects.requireNonNull(this.view);
	}

	int childWatches() {
		return this.watches.children();
	}

	void settle() throws KeeperException {
		// A machine that keeps a thread from running for longer makes a run inconclusive.
		long limit = Convergence.bound(this.scenario.timeout().toNanos(), this.scenario.members())
				+ HistoryRun.outage(this.scenario) + 10 * this.scenario.timeout().toNanos() / 4;
		this.healed = System.nanoTime();
		boolean resting = false;
		while (!resting && System.nanoTime() - this.healed < limit) {
			look();
			if (isQuiet()) {
				awaitWatches();
				// Sessions may have expired meanwhile.
				look();
				resting = isQuiet();
			}
			LockSupport.parkNanos(POLL);
		}
		this.end = System.nanoTime();
		if (resting) {
			probe();
		}
		for (Subject subject : this.subjects) {
			subject
				.rest(new Rest(this.healed, this.settled.getOrDefault(subject, 0L), number(subject, this.end), this.end,
						this.watches.of(subject.recorder().sessions()), this.probes.getOrDefault(subject, List.of())));
		}
	}

	private boolean isQuiet() {
		return this.settled.size() == this.subjects.size()
				&& System.nanoTime() - this.settled.values().stream().max(Long::compare).get() > pause();
	}

	/** When the rest ended, on the monotonic clock. */
	long end() {
		return this.end;
	}

	/** More than one heartbeat, so that it shows if these read anything. */
	private long pause() {
		return this.scenario.timeout().toNanos() / 4;
	}

	private static long number(Subject subject, long end) {
		return subject.recorder()
			.publications()
			.stream()
			.filter((publication) -> publication.nanos() <= end)
			.mapToLong(Publication::number)
			.max()
			.orElse(0);
	}

	private void look() throws KeeperException {
		View now = this.admin.view(this.servers.era());
		View before = this.view;
		if (before == null || !before.isSameAs(now)) {
			this.view = now;
			this.healed = System.nanoTime();
			this.settled.clear();
		}
		for (Subject subject : this.subjects) {
			Publication last = subject.recorder().last();
			if (last == null || !Convergence.agrees(last, now) || !subject.isTold() || subject.recorder().isRepeating()
					|| subject.recorder().lastTurn() > this.settled.getOrDefault(subject, Long.MAX_VALUE)) {
				this.settled.remove(subject);
			}
			else {
				this.settled.putIfAbsent(subject, System.nanoTime());
			}
		}
	}

	/** Sessions that died without a word leave theirs behind until they expire. */
	private void awaitWatches() {
		long deadline = System.nanoTime() + 2 * this.scenario.timeout().toNanos();
		do {
			this.watches = Watches.of(this.servers.members());
			if (isExpected()) {
				return;
			}
			LockSupport.parkNanos(POLL);
		}
		while (System.nanoTime() < deadline);
	}

	private boolean isExpected() {
		return this.watches.children() == this.subjects.size() && this.subjects.stream()
			.allMatch((
					subject) -> this.watches.of(subject.recorder().sessions()).size() == view().registrations().size());
	}

	private void probe() throws KeeperException {
		List<Znode> znodes = view().registrations();
		Znode changed = znodes.stream()
			.filter((znode) -> znode.payload() != null)
			.reduce((one, other) -> other)
			.orElse(null);
		if (changed != null) {
			byte[] data = this.payloads.readable(Payloads.format(changed.name()));
			String payload = this.payloads.of(data);
			probe("other data of " + changed.name(),
					() -> this.admin.call((zooKeeper) -> zooKeeper.setData(znode(changed), data, -1)),
					(seen) -> !changed.is(seen.name(), seen.czxid()) || Objects.equals(seen.payload(), payload));
		}
		if (!znodes.isEmpty()) {
			Znode first = znodes.get(0);
			probe("the end of " + first.name(), () -> this.admin.delete(znode(first)),
					(seen) -> !first.is(seen.name(), seen.czxid()));
		}
	}

	private String znode(Znode znode) {
		return this.path + "/" + znode.name();
	}

	/** A change is found when no registration tells of the time before. */
	private void probe(String change, Change task, Predicate<Seen> after) throws KeeperException {
		List<Subject> waiting = this.subjects.stream()
			.filter((subject) -> !isAfter(subject.recorder().last(), after))
			.toList();
		long begun = System.nanoTime();
		try {
			task.make();
		}
		catch (KeeperException.NoNodeException ex) {
			// Its session has just expired.
			return;
		}
		long deadline = System.nanoTime() + this.scenario.timeout().toNanos() + TimeUnit.SECONDS.toNanos(3);
		for (Subject subject : waiting) {
			long found = found(subject, after, begun);
			while (found == 0 && System.nanoTime() < deadline) {
				LockSupport.parkNanos(POLL);
				found = found(subject, after, begun);
			}
			this.probes.computeIfAbsent(subject, (key) -> new ArrayList<>()).add(new Probe(change, begun, found));
		}
	}

	private static boolean isAfter(@Nullable Publication publication, Predicate<Seen> after) {
		return publication != null && publication.isOfView() && publication.registrations().stream().allMatch(after);
	}

	private static long found(Subject subject, Predicate<Seen> after, long begun) {
		return subject.recorder()
			.publications()
			.stream()
			.filter((publication) -> publication.nanos() >= begun && isAfter(publication, after))
			.mapToLong(Publication::nanos)
			.min()
			.orElse(0);
	}

	@FunctionalInterface
	private interface Change {

		void make() throws KeeperException;

	}

}
