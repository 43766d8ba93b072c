package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Many runs, some at a time. A run that a starved machine makes inconclusive is counted,
 * and another seed takes its place.
 */
final class Campaign {

	private final Function<Long, HistoryScenario> scenarios;

	private final LongSupplier seeds;

	private final int wanted;

	private final long deadline;

	private final List<Outcome> failed = new ArrayList<>();

	private final Map<String, Integer> kinds = new TreeMap<>();

	private final long start = System.nanoTime();

	private int begun;

	private int conclusive;

	private int inconclusive;

	private int broken;

	private long events;

	private long transactions;

	private long longest;

	Campaign(Function<Long, HistoryScenario> scenarios, LongSupplier seeds, int wanted, Duration limit) {
		this.scenarios = scenarios;
		this.seeds = seeds;
		this.wanted = wanted;
		this.deadline = System.nanoTime() + limit.toNanos();
	}

	Campaign run(int parallel) {
		ExecutorService executor = Executors.newFixedThreadPool(parallel);
		for (int i = 0; i < parallel; i++) {
			executor.execute(this::work);
		}
		executor.shutdown();
		try {
			executor.awaitTermination(1, TimeUnit.DAYS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return this;
	}

	private void work() {
		for (Long seed = next(); seed != null; seed = next()) {
			HistoryScenario scenario = this.scenarios.apply(seed);
			try {
				take(HistoryRun.of(scenario));
			}
			catch (RuntimeException | Error ex) {
				broke(scenario, ex);
			}
		}
	}

	private synchronized @Nullable Long next() {
		boolean enough = this.begun - this.inconclusive >= this.wanted || this.failed.size() + this.broken >= 5
				|| System.nanoTime() > this.deadline || this.begun >= 3 * this.wanted + 3;
		if (enough) {
			return null;
		}
		this.begun++;
		return this.seeds.getAsLong();
	}

	private synchronized void take(Outcome outcome) {
		String result = outcome.isInconclusive() ? "inconclusive"
				: outcome.violations().isEmpty() ? "holds" : "VIOLATED";
		System.out.println("[history] " + outcome.scenario() + ": " + result + ", " + outcome.history().events()
				+ " events, longest stall " + outcome.history().stall() / 1_000_000 + " ms, "
				+ outcome.took().toMillis() + " ms");
		this.longest = Math.max(this.longest, outcome.took().toMillis());
		if (outcome.isInconclusive()) {
			this.inconclusive++;
			return;
		}
		this.conclusive++;
		this.events += outcome.history().events();
		this.transactions += outcome.history().truth().transactions().size();
		this.kinds.merge(outcome.scenario().version() + " x " + outcome.scenario().members(), 1, Integer::sum);
		if (!outcome.violations().isEmpty()) {
			this.failed.add(outcome);
			System.out.println(Failure.of(outcome));
		}
	}

	private synchronized void broke(HistoryScenario scenario, Throwable ex) {
		System.out.println("[history] " + scenario + ": the test itself failed: " + ex);
		ex.printStackTrace(System.out);
		this.broken++;
	}

	synchronized List<Outcome> failed() {
		return List.copyOf(this.failed);
	}

	/** Look for the shortest run that violates what the first one did, and show it. */
	void explain() {
		if (this.failed.isEmpty()) {
			return;
		}
		Outcome first = this.failed.get(0);
		int invariant = first.violations().get(0).number();
		HistoryScenario shortest = new Minimizer((scenario) -> HistoryRun.of(scenario).violations(), 25,
				Duration.ofMinutes(4))
			.minimize(first.scenario(), invariant);
		System.out.println("[history] The shortest run found that violates invariant " + invariant + ": " + shortest);
		shortest.steps().forEach((step) -> System.out.println("    " + step));
	}

	synchronized int conclusive() {
		return this.conclusive;
	}

	synchronized int inconclusive() {
		return this.inconclusive;
	}

	/** How often the test itself failed. */
	synchronized int broken() {
		return this.broken;
	}

	synchronized String summary() {
		return "[history] " + this.conclusive + " seeds, " + this.inconclusive + " more were inconclusive, "
				+ this.failed.size() + " violated an invariant, " + this.broken + " broke; " + this.events
				+ " events checked, " + this.transactions + " of them transactions; per version and number of servers: "
				+ this.kinds + "; " + Duration.ofNanos(System.nanoTime() - this.start).toSeconds()
				+ " s, the longest run " + this.longest + " ms";
	}

}
