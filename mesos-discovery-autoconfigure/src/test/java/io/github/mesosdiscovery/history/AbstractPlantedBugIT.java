package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.history.invariant.Violation;
import io.github.mesosdiscovery.zookeeper.PlantedBug;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each mistake that is planted into the library is found by the checker that judges the
 * histories, in a run that gives it occasion. The classes of the JVM have one mistake at
 * a time, so other mistakes are planted into another JVM.
 */
abstract class AbstractPlantedBugIT {

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	/** In the profile of long runs each has to be found by chance. */
	private static final boolean RANDOM = Boolean.getBoolean("history.random");

	private static final int SEEDS = RANDOM ? 100 : 10;

	@ParameterizedTest
	@MethodSource("bugs")
	void plantedBugIsFound(PlantedBug bug) {
		Set<String> violated = new TreeSet<>();
		int seeds = 0;
		Runnable undo = bug.plant();
		try {
			while (violated.isEmpty() && seeds < SEEDS) {
				Outcome outcome = HistoryRun.of(scenario(bug, ++seeds));
				outcome.violations().stream().map(AbstractPlantedBugIT::name).forEach(violated::add);
			}
		}
		finally {
			undo.run();
		}
		System.out.println("[history] planted " + bug + ": found after " + seeds + " seed(s), it violates " + violated);
		assertThat(violated).isNotEmpty();
		if (!RANDOM) {
			assertThat(violated).contains(expected(bug));
		}
	}

	private static String name(Violation violation) {
		return violation.number() + " " + violation.invariant();
	}

	private static HistoryScenario scenario(PlantedBug bug, int seed) {
		if (RANDOM) {
			return HistoryScenario.of(seed, List.of(ZooKeeperVersions.NEWEST));
		}
		return new HistoryScenario(seed, ZooKeeperVersions.NEWEST, 1, timeout(bug), 3, 2, occasion(bug));
	}

	/** Some have to reconnect within it, for which the client takes up to a second. */
	private static Duration timeout(PlantedBug bug) {
		return switch (bug) {
			case TRUST_IN_PERSISTENT_WATCH, CONTACT_BY_CONNECTION -> TIMEOUT.multipliedBy(3);
			default -> TIMEOUT;
		};
	}

	private static List<Step> occasion(PlantedBug bug) {
		return switch (bug) {
			case WATCH_NOT_REARMED, HEARTBEAT_WRITES, SAME_LEADER_TOLD_AGAIN ->
				List.of(step(300, Action.JOIN, 0), step(600, Action.LEAVE, 0));
			case TRUST_IN_PERSISTENT_WATCH ->
				List.of(new Step(500, Action.CUT, 0, 700), step(600, Action.JOIN, 0), step(3600, Action.UPDATE, 0));
			case NO_FENCE -> List.of(step(300, Action.JOIN, 0), step(600, Action.WIPE, 0), step(3500, Action.JOIN, 0));
			case WALL_CLOCK_TIMER, LEADER_KEPT ->
				List.of(new Step(300, Action.SILENCE, 0, 2500), step(2700, Action.JOIN, 0));
			case CONTACT_BY_CONNECTION ->
				List.of(new Step(300, Action.WITHHOLD_ANSWERS, 0, 6000), step(6000, Action.JOIN, 0));
			case COMMAND_FORGOTTEN -> List.of(new Step(300, Action.CUT, 0, 3000),
					new Step(300, Action.NO_THREADS, 0, 2500), step(3000, Action.JOIN, 0));
			case PROMOTION_OVER_UNREADABLE -> List.of(step(300, Action.SPOIL, 0), step(900, Action.UPDATE, 0));
			case WITHDRAWN_AT_ONCE -> List.of(new Step(300, Action.RESET, 0, 0), step(900, Action.JOIN, 0));
			case DATA_NOT_READ_AGAIN -> List.of(step(300, Action.JOIN, 0));
		};
	}

	private static Step step(long at, Action action, int target) {
		return new Step(at, action, target, 500);
	}

	private static Step step(long at, Action action, long millis) {
		return new Step(at, action, 0, millis);
	}

	private static String expected(PlantedBug bug) {
		return switch (bug) {
			case WATCH_NOT_REARMED, TRUST_IN_PERSISTENT_WATCH, DATA_NOT_READ_AGAIN -> "10 NoZombie";
			case NO_FENCE -> "3 NoRegress";
			case COMMAND_FORGOTTEN -> "9 Convergence";
			case WALL_CLOCK_TIMER, LEADER_KEPT, CONTACT_BY_CONNECTION -> "7 BoundedStaleness";
			case PROMOTION_OVER_UNREADABLE -> "1 ValidViews";
			case WITHDRAWN_AT_ONCE -> "8 NoPrematureAbsence";
			case SAME_LEADER_TOLD_AGAIN -> "5 NoDuplicates";
			case HEARTBEAT_WRITES -> "14 ReadOnly";
		};
	}

}
