package io.github.mesosdiscovery.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of RecordIO streams in any chunks.
 */
class RecordIOPropertyTests {

	@Property(seed = "20261130")
	void writtenRecordsAreRead(@ForAll List<@Size(max = 300) byte[]> records, @ForAll("sizes") List<Integer> sizes) {
		RecordIORules.Outcome outcome = RecordIORules.check(chunks(written(records), sizes), 300);
		assertThat(outcome.failure()).isNull();
		assertThat(outcome.records())
			.isEqualTo(records.stream().map((record) -> new String(record, StandardCharsets.ISO_8859_1)).toList());
	}

	@Property(seed = "20261130")
	void cutStreams(@ForAll @Size(min = 1) List<@Size(max = 30) byte[]> records, @ForAll("sizes") List<Integer> sizes,
			@ForAll @IntRange(max = 400) int length) {
		byte[] stream = written(records);
		RecordIORules.check(chunks(Arrays.copyOf(stream, length % stream.length), sizes), 30);
	}

	@Property(seed = "20261130")
	void damagedStreams(@ForAll @Size(min = 1) List<@Size(max = 30) byte[]> records,
			@ForAll("sizes") List<Integer> sizes, @ForAll @IntRange(max = 400) int place, @ForAll byte other) {
		byte[] stream = written(records);
		stream[place % stream.length] = other;
		RecordIORules.check(chunks(stream, sizes), 30);
	}

	@Property(seed = "20261130")
	void anyBytes(@ForAll byte[] stream, @ForAll("sizes") List<Integer> sizes) {
		RecordIORules.check(chunks(stream, sizes), 100);
		RecordIORules.check(stream);
	}

	@Property(seed = "20261130")
	void anyLengths(@ForAll("lengths") String stream, @ForAll("sizes") List<Integer> sizes) {
		RecordIORules.check(chunks(stream.getBytes(StandardCharsets.US_ASCII), sizes), 100);
	}

	@Provide
	Arbitrary<List<Integer>> sizes() {
		return Arbitraries.integers().between(0, 20).list().ofMinSize(1).ofMaxSize(20);
	}

	@Provide
	Arbitrary<String> lengths() {
		return Arbitraries.strings().withChars("0000112359\n\n\n\r x+-").ofMaxLength(60);
	}

	private static byte[] written(List<byte[]> records) {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		for (byte[] record : records) {
			stream.writeBytes((record.length + "\n").getBytes(StandardCharsets.US_ASCII));
			stream.writeBytes(record);
		}
		return stream.toByteArray();
	}

	/** The sizes are used in turn. All of them can be zero. */
	private static List<byte[]> chunks(byte[] stream, List<Integer> sizes) {
		List<byte[]> chunks = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < 500 && start < stream.length; i++) {
			int end = Math.min(stream.length, start + sizes.get(i % sizes.size()));
			chunks.add(Arrays.copyOfRange(stream, start, end));
			start = end;
		}
		chunks.add(Arrays.copyOfRange(stream, start, stream.length));
		return chunks;
	}

}
