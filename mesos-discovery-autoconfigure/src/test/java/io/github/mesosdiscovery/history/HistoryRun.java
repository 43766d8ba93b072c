package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.faults.StallMeter;
import io.github.mesosdiscovery.history.invariant.Invariants;
import io.github.mesosdiscovery.history.invariant.Violation;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.truth.Truth;
import io.github.mesosdiscovery.history.truth.View;
import io.github.mesosdiscovery.zookeeper.DetectorProbe;
import org.apache.zookeeper.KeeperException;

/**
 * Makes one run: servers, masters, locators and faults, then rest, then the check.
 */
final class HistoryRun {

	private static final String PATH = "/mesos";

	/** So many that the path of a second era has a lower number. */
	private static final int OTHERS = 400;

	private final HistoryScenario scenario;

	private final Payloads payloads = new Payloads();

	private final Set<Long> strangers = ConcurrentHashMap.newKeySet();

	private HistoryRun(HistoryScenario scenario) {
		this.scenario = scenario;
	}

	static Outcome of(HistoryScenario scenario) {
		DetectorProbe.weave();
		try {
			return new HistoryRun(scenario).run();
		}
		catch (KeeperException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How long a locator may need beyond the usual after a server was wiped: its client
	 * never comes back to it, and is replaced when the masters are withdrawn.
	 */
	static long outage(HistoryScenario scenario) {
		return 7 * scenario.timeout().toNanos() / 6;
	}

	private Outcome run() throws KeeperException {
		long start = System.nanoTime();
		ExecutorService closing = Executors.newCachedThreadPool();
		try (Servers servers = Servers.start(this.scenario.version(), this.scenario.members());
				Admin admin = new Admin(servers.connectString(), PATH, this.payloads, this.strangers);
				HistoryMasters masters = new HistoryMasters(servers.connectString(), PATH, this.scenario.timeout(),
						this.payloads, this.strangers, closing);
				Subjects subjects = new Subjects(this.scenario, PATH, this.payloads, servers);
				Chaos chaos = new Chaos(admin, masters, servers, subjects, PATH);
				StallMeter meter = StallMeter.start()) {
			admin.create(OTHERS);
			for (int i = 0; i < this.scenario.masters(); i++) {
				masters.join(i, true);
			}
			subjects.start();
			chaos.run(this.scenario.steps());
			masters.join(0, true);
			masters.join(0, true);
			Settling settling = new Settling(this.scenario, admin, servers, subjects, this.payloads, PATH);
			settling.settle();
			long stall = meter.longest();
			List<Life> lives = subjects.end();
			Truth truth = Truth.of(PATH, servers.transactions(), this.payloads::of);
			View rest = rest(truth, settling.view());
			History history = new History(truth, lives, rest, new HashSet<>(this.strangers), settling.childWatches(),
					stall, outage(this.scenario), System.currentTimeMillis() - millis(System.nanoTime()));
			return judge(history, settling.end(), Duration.ofNanos(System.nanoTime() - start));
		}
		finally {
			closing.shutdown();
		}
	}

	/** If the logs were read wrongly, nothing that follows would mean anything. */
	private static View rest(Truth truth, View seen) {
		return truth.views()
			.stream()
			.filter((view) -> view.era() == seen.era() && view.isSameAs(seen))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"The transaction logs do not know what was there: " + seen + " but end with " + truth.end()));
	}

	private Outcome judge(History history, long end, Duration took) {
		boolean starved = history.stall() > this.scenario.timeout().toNanos() / 4 || history.isDisturbed(end);
		if (history.truth().isAmbiguous()) {
			return new Outcome(this.scenario, history, List.of(), true, took);
		}
		List<Violation> violations = Invariants.check(history)
			.stream()
			.filter((violation) -> !starved || !Invariants.isOfTime(violation))
			.toList();
		return new Outcome(this.scenario, history, violations, starved, took);
	}

	static long millis(long nanos) {
		return TimeUnit.NANOSECONDS.toMillis(nanos);
	}

}
