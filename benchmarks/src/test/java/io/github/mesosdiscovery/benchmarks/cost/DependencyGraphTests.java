package io.github.mesosdiscovery.benchmarks.cost;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DependencyGraph}.
 */
class DependencyGraphTests {

	private final DependencyGraph graph = DependencyGraph.parse("""
			1 a:application:jar:1
			2 a:web:jar:1:compile
			3 a:core:jar:1:compile (version managed from 0.9)
			4 a:starter:jar:1:compile
			5 (a:core:jar:1:compile - version managed from 0.9; omitted for duplicate)
			6 a:native:jar:linux:1:runtime
			7 a:testing:jar:1:test
			#
			1 2 compile
			2 3 compile
			1 4 compile
			4 5 compile
			4 6 runtime
			1 7 test
			""".lines().toList());

	@Test
	void closureHoldsWhatStandsElsewhere() {
		assertThat(this.graph.closure(List.of("a:starter"))).containsExactlyInAnyOrder("a:starter", "a:core",
				"a:native:linux");
		assertThat(this.graph.closure(List.of("a:web"))).containsExactlyInAnyOrder("a:web", "a:core");
	}

	@Test
	void testsAreLeftOut() {
		assertThat(this.graph.closure(List.of("a:application"))).hasSize(5).doesNotContain("a:testing");
	}

}
