package io.github.mesosdiscovery.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.github.mesosdiscovery.SafeText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;

/**
 * Rules that hold for any stream in any chunks, shared by property tests and fuzzing.
 */
public final class RecordIORules {

	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private RecordIORules() {
	}

	/**
	 * Check a stream whose chunks and maximum record size depend on the first two bytes.
	 * @param data the two bytes and the stream
	 */
	public static void check(byte[] data) {
		if (data.length > 2) {
			byte[] stream = Arrays.copyOfRange(data, 2, data.length);
			Random sizes = new Random(data[0]);
			int longest = 1 + (data[0] & 0x1F);
			List<byte[]> chunks = new ArrayList<>();
			for (int from = 0, to; from < stream.length; from = to) {
				to = Math.min(stream.length, from + 1 + sizes.nextInt(longest));
				chunks.add(Arrays.copyOfRange(stream, from, to));
			}
			check(chunks, (data[1] < 0) ? RecordIOParser.DEFAULT_MAX_RECORD_SIZE : 1 + data[1]);
		}
	}

	/**
	 * Check a stream as it comes and in one chunk.
	 */
	static Outcome check(List<byte[]> chunks, int maxRecordSize) {
		byte[] stream = concat(chunks);
		Outcome outcome = read(chunks, maxRecordSize);
		checkAgainst(expected(stream, maxRecordSize), outcome);
		checkEqual(read(List.of(stream), maxRecordSize), outcome);
		checkEqual(decode(chunks, maxRecordSize, outcome.records().size() + 1), outcome);
		checkEqual(decode(List.of(stream), maxRecordSize, Integer.MAX_VALUE), outcome);
		for (int some = 1; some <= outcome.records().size(); some += 1 + some) {
			checkEqual(decode(chunks, maxRecordSize, some).records(), outcome.records().subList(0, some));
		}
		return outcome;
	}

	private static void checkAgainst(Expected expected, Outcome outcome) {
		checkEqual(outcome.records(), expected.records());
		checkEqual(outcome.failure(), expected.end().failure);
		if (expected.end() != End.COMPLETE) {
			SafeText.check(outcome.message());
			check(outcome, outcome.message().length() < 260);
			check(outcome, outcome.message().contains(expected.end().message));
			check(outcome, outcome.message().contains("RecordIO record " + (1 + expected.records().size())));
		}
	}

	private static void checkEqual(@Nullable Object actual, @Nullable Object expected) {
		if (!Objects.equals(actual, expected)) {
			throw new AssertionError(actual + " instead of " + expected);
		}
	}

	private static void check(Object what, boolean condition) {
		if (!condition) {
			throw new AssertionError(what);
		}
	}

	static Outcome read(List<byte[]> chunks, int maxRecordSize) {
		List<String> records = new ArrayList<>();
		try (RecordIOReader reader = new RecordIOReader(stream(chunks), maxRecordSize)) {
			for (byte[] record = reader.read(); record != null; record = reader.read()) {
				records.add(text(record));
			}
			return new Outcome(records, null, "");
		}
		catch (IOException ex) {
			return new Outcome(records, ex.getClass(), String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Decode the stream, cancel after some records, and check that all buffers are
	 * released.
	 */
	private static Outcome decode(List<byte[]> chunks, int maxRecordSize, int some) {
		List<ByteBuf> buffers = new ArrayList<>();
		List<String> records = new ArrayList<>();
		List<Throwable> failures = new ArrayList<>();
		new RecordIODecoder(maxRecordSize).decode(Flux.fromIterable(chunks).map((chunk) -> {
			ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.heapBuffer(1 + chunk.length).writeBytes(chunk);
			buffers.add(buffer);
			return (DataBuffer) BUFFERS.wrap(buffer);
		})).take(some).subscribe((record) -> records.add(text(record)), failures::add);
		check("Buffers are not released", buffers.stream().allMatch((buffer) -> buffer.refCnt() == 0));
		return failures.isEmpty() ? new Outcome(records, null, "")
				: new Outcome(records, failures.get(0).getClass(), String.valueOf(failures.get(0).getMessage()));
	}

	/**
	 * Parse the format in the simplest way.
	 */
	private static Expected expected(byte[] stream, int maxRecordSize) {
		String text = text(stream);
		List<String> records = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int lineFeed = text.indexOf('\n', start);
			String digits = text.substring(start, (lineFeed < 0) ? text.length() : lineFeed);
			if (digits.isEmpty() || digits.length() > 18
					|| !digits.chars().allMatch((each) -> each >= '0' && each <= '9')) {
				return new Expected(records, End.INVALID);
			}
			if (lineFeed < 0) {
				return new Expected(records, End.CUT);
			}
			if (Long.parseLong(digits) > maxRecordSize) {
				return new Expected(records, End.TOO_LARGE);
			}
			start = lineFeed + 1 + Integer.parseInt(digits);
			if (start > text.length()) {
				return new Expected(records, End.CUT);
			}
			records.add(text.substring(lineFeed + 1, start));
		}
		return new Expected(records, End.COMPLETE);
	}

	static InputStream stream(List<byte[]> chunks) {
		return new SequenceInputStream(
				Collections.enumeration(chunks.stream().map(ByteArrayInputStream::new).toList()));
	}

	static byte[] concat(List<byte[]> chunks) {
		try {
			return stream(chunks).readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A character for each byte. */
	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/**
	 * What came out of a stream.
	 *
	 * @param records the records, with a character for each byte
	 * @param failure the type of the exception, or {@code null} for none
	 * @param message its message
	 */
	record Outcome(List<String> records, @Nullable Class<?> failure, String message) {
	}

	private record Expected(List<String> records, End end) {
	}

	private enum End {

		COMPLETE(null, ""), CUT(EOFException.class, "The stream ended within"),
		INVALID(RecordIOException.class, "decimal digits"),
		TOO_LARGE(RecordIOException.class, "increase maxRecordSize");

		private final @Nullable Class<?> failure;

		private final String message;

		End(@Nullable Class<?> failure, String message) {
			this.failure = failure;
			this.message = message;
		}

	}

}
