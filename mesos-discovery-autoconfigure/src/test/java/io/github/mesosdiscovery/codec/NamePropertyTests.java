package io.github.mesosdiscovery.codec;

import io.github.mesosdiscovery.SafeText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of names of znodes and of escaped text.
 */
class NamePropertyTests {

	@Property(seed = "20261124")
	void anyName(@ForAll @StringLength(max = 300) String name) {
		DecoderRules.checkName(name);
	}

	@Property(seed = "20261124")
	void anyLabelAndSequence(@ForAll @StringLength(max = 260) String label,
			@ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long sequence) {
		DecoderRules.checkName(label + "_" + digits(sequence));
		DecoderRules.checkName(label + digits(sequence));
	}

	@Property(seed = "20261124")
	void everyNumberOf32BitsIsASequence(@ForAll int sequence) {
		for (String prefix : new String[] { "", "json.info_", "info_", "_", "a_b_" }) {
			assertThat(DecoderRules.checkName(prefix + digits(sequence)))
				.hasValueSatisfying((name) -> assertThat(name.sequence()).isEqualTo(sequence));
		}
	}

	@Property(seed = "20261124")
	void anyTextIsEscaped(@ForAll String text) {
		String escaped = EscapedText.of(text);
		SafeText.checkCharacters(escaped);
		assertThat(escaped).hasSizeLessThan(110);
		assertThat(EscapedText.isPlain(text)).isEqualTo(text.codePoints().allMatch(SafeText::isSafe));
		if (EscapedText.isPlain(text) && text.length() <= 80) {
			assertThat(escaped).isEqualTo(text);
		}
	}

	private static String digits(long sequence) {
		return (sequence < 0) ? String.format("-%010d", -sequence) : String.format("%010d", sequence);
	}

}
