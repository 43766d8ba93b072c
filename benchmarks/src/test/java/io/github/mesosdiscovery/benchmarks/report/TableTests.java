package io.github.mesosdiscovery.benchmarks.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Table}.
 */
class TableTests {

	private final Table table = Table.of("what", "us").row("a, b", 1234.56).row("c", 0.12345).row("d", 7);

	@Test
	void isMarkdownWithThreeDigits() {
		assertThat(this.table.markdown()).isEqualTo("""
				| what | us |
				| --- | --- |
				| a, b | 1235 |
				| c | 0.123 |
				| d | 7 |
				""");
	}

	@Test
	void isCommaSeparatedWithAllDigits() {
		assertThat(this.table.csv()).isEqualTo("""
				what,us
				"a, b",1234.56
				c,0.12345
				d,7
				""");
	}

	@Test
	void wantsACellForEachColumn() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.table.row("one"));
	}

}
