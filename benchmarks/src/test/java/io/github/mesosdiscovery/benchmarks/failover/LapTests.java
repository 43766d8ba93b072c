package io.github.mesosdiscovery.benchmarks.failover;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Lap} and {@link Laps}.
 */
class LapTests {

	private final Lap lap = new Lap("a", "b", Set.of(Kind.BARE, Kind.LOCATOR));

	@Test
	void theLimitTellsWhoWentAndTheOthersWhoLeads() throws InterruptedException {
		this.lap.told(Kind.BARE, "b", 100);
		this.lap.told(Kind.BARE, "a", 101);
		this.lap.told(Kind.LOCATOR, "a", 102);
		this.lap.told(Kind.LOCATOR, "b", 103);
		this.lap.await(30);
		assertThat(this.lap.latencies(100)).containsExactly(Map.entry(Kind.BARE, 1L), Map.entry(Kind.LOCATOR, 3L));
	}

	@Test
	void theFirstTimeCounts() {
		this.lap.told(Kind.LOCATOR, "b", 103);
		this.lap.told(Kind.LOCATOR, "b", 104);
		assertThat(this.lap.latencies(100)).containsExactly(Map.entry(Kind.LOCATOR, 3L));
	}

	@Test
	void pairsAreOfTheSameFailover() {
		Laps laps = new Laps();
		laps.add(Map.of(Kind.BARE, 1000L, Kind.LOCATOR, 2000L));
		laps.add(Map.of(Kind.BARE, 5000L));
		laps.add(Map.of(Kind.BARE, 4000L, Kind.LOCATOR, 5000L));
		assertThat(laps.count()).isEqualTo(3);
		assertThat(laps.heard(Kind.LOCATOR)).isEqualTo(2);
		assertThat(laps.heard(Kind.TREE_CACHE)).isZero();
		assertThat(laps.latencies(Kind.BARE)).containsExactly(1, 5, 4);
		assertThat(laps.ratios(Kind.LOCATOR, Kind.BARE)).containsExactly(2, 1.25);
	}

}
