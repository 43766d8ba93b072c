package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Failover} and {@link RaceResult}.
 */
class FailoverTests {

	private final Failover failover = new Failover("a", "b", Set.of(Kind.BARE, Kind.LOCATOR));

	@Test
	void limitReportsTheDeletedZnodeAndOthersTheLeader() throws InterruptedException {
		this.failover.report(Kind.BARE, "b", 100);
		this.failover.report(Kind.BARE, "a", 101);
		this.failover.report(Kind.LOCATOR, "a", 102);
		this.failover.report(Kind.LOCATOR, "b", 103);
		this.failover.await(30);
		assertThat(this.failover.latencies(100)).containsExactly(Map.entry(Kind.BARE, 1L), Map.entry(Kind.LOCATOR, 3L));
	}

	@Test
	void firstReportCounts() {
		this.failover.report(Kind.LOCATOR, "b", 103);
		this.failover.report(Kind.LOCATOR, "b", 104);
		assertThat(this.failover.latencies(100)).containsExactly(Map.entry(Kind.LOCATOR, 3L));
	}

	@Test
	void ratiosAreOfTheSameFailover() {
		RaceResult result = new RaceResult(Race.all().get(0), List.of(Map.of(Kind.BARE, 1000L, Kind.LOCATOR, 2000L),
				Map.of(Kind.BARE, 5000L), Map.of(Kind.BARE, 4000L, Kind.LOCATOR, 5000L)));
		assertThat(result.latencies(Kind.BARE)).containsExactly(1, 5, 4);
		assertThat(result.latencies(Kind.TREE_CACHE)).isEmpty();
		assertThat(result.ratios(Kind.LOCATOR, Kind.BARE)).containsExactly(2, 1.25);
	}

}
