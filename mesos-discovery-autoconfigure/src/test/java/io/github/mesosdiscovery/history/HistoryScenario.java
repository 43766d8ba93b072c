package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A run before it is made. All of it follows from the seed and the versions that are
 * there.
 *
 * @param seed the seed
 * @param version the version of ZooKeeper
 * @param members how many servers there are
 * @param timeout the session timeout of the locators
 * @param masters how many masters there are at first
 * @param locators how many locators there are
 * @param steps what is done
 */
record HistoryScenario(long seed, String version, int members, Duration timeout, int masters, int locators,
		List<Step> steps) {

	private static final int LOCATORS = 5;

	private static final int MOST_SERVER_FAULTS = 2;

	private static final long[] TIMEOUTS = { 1000, 1000, 1500, 2000 };

	static HistoryScenario of(long seed, List<String> versions) {
		SplittableRandom random = new SplittableRandom(seed);
		String version = versions.get(random.nextInt(versions.size()));
		int members = (random.nextInt(3) == 0) ? 3 : 1;
		long timeout = TIMEOUTS[random.nextInt(TIMEOUTS.length)];
		int masters = random.nextInt(1, 8);
		return new HistoryScenario(seed, version, members, Duration.ofMillis(timeout), masters, LOCATORS,
				steps(random, timeout));
	}

	HistoryScenario with(List<Step> steps) {
		return new HistoryScenario(this.seed, this.version, this.members, this.timeout, this.masters, this.locators,
				List.copyOf(steps));
	}

	private static List<Step> steps(SplittableRandom random, long timeout) {
		List<Step> steps = new ArrayList<>();
		int faults = 0;
		long end = 3 * timeout + 1000;
		for (long at = 0; at < end; at += random.nextLong(10, 160)) {
			Action action = draw(random);
			// Each keeps a server busy for a while.
			if (action.isOfServer() && ++faults > MOST_SERVER_FAULTS) {
				continue;
			}
			steps.add(new Step(at, action, random.nextInt(64), random.nextLong(timeout / 10, 2 * timeout)));
		}
		steps.sort(Comparator.comparingLong(Step::at));
		return List.copyOf(steps);
	}

	private static Action draw(SplittableRandom random) {
		int sum = 0;
		for (Action action : Action.values()) {
			sum += action.weight();
		}
		int drawn = random.nextInt(sum);
		for (Action action : Action.values()) {
			drawn -= action.weight();
			if (drawn < 0) {
				return action;
			}
		}
		throw new IllegalStateException();
	}

	@Override
	public String toString() {
		return "seed " + this.seed + ": ZooKeeper " + this.version + ", " + this.members
				+ " server(s), session timeout " + this.timeout.toMillis() + " ms, " + this.masters
				+ " masters at first, " + this.steps.size() + " steps";
	}

}
