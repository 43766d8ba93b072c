package io.github.mesosdiscovery.zookeeper;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Tests that hold for any children of the path.
 */
class ElectionPropertyTests {

	@Property(seed = "20261124")
	void theLowestSequenceLeads(@ForAll("children") List<String> children) {
		ElectionRules.check(children);
	}

	@Provide
	Arbitrary<List<String>> children() {
		Arbitrary<String> label = Arbitraries.of("json.info_", "info_", "", "other_", "_", "\u00fc_", "\u202e_", "a");
		Arbitrary<Integer> sequence = Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.integers().between(-3, 3),
				Arbitraries.of(Integer.MAX_VALUE, Integer.MIN_VALUE));
		Arbitrary<String> registrations = Combinators.combine(label, sequence)
			.as((prefix, number) -> prefix + ((number < 0) ? "-" : "")
					+ String.format("%010d", Math.abs((long) number)));
		return Arbitraries
			.oneOf(registrations, Arbitraries.of("log_replicas", "bar"), Arbitraries.strings().ofMaxLength(20))
			.list()
			.ofMaxSize(40)
			.withoutEdgeCases();
	}

}
