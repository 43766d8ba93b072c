package io.github.mesosdiscovery.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.github.mesosdiscovery.OwnClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of {@link RecordIOReader}, and that {@link RecordIODecoder} agrees with it.
 */
class RecordIOReaderTests {

	private static final int MEGABYTE = 1024 * 1024;

	@Test
	void recordsOfAScheduler() throws IOException {
		String subscribed = "{\"type\": \"SUBSCRIBED\",\"subscribed\": {\"framework_id\": "
				+ "{\"value\":\"12220-3440-12532-2345\"},\"heartbeat_interval_seconds\":15.0}}";
		try (RecordIOReader reader = reader("122\n" + subscribed + "20\n{\"type\":\"HEARTBEAT\"}")) {
			assertThat(reader.read()).asString().isEqualTo(subscribed);
			assertThat(reader.read()).asString().isEqualTo("{\"type\":\"HEARTBEAT\"}");
			assertThat(reader.read()).isNull();
			assertThat(reader.read()).isNull();
		}
	}

	/** With 11 bytes there are 1024 ways to divide a stream. */
	@ParameterizedTest
	@ValueSource(strings = { "", "0\n", "0\n0\n1\na", "5\na\nb\n0", "1\na0\n2\nbc", "3\n\u20ac1\nx", "4\n\ud83d\ude00",
			"10\n01234567", "007\n1234567", "1\na2\nb", "1\na2", "1\na\n1\nb", "1\na1 \nb", "{\"a\": 1}", "9\n8\n7",
			"1\na65\nb", "+1\na", "1\r\na" })
	void chunksHaveNoMeaning(String stream) {
		byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
		RecordIORules.Outcome whole = RecordIORules.check(List.of(bytes), 64);
		for (int cuts = 0; cuts < 1 << Math.max(0, bytes.length - 1); cuts++) {
			assertThat(RecordIORules.check(chunks(bytes, cuts), 64)).isEqualTo(whole);
		}
	}

	private static List<byte[]> chunks(byte[] bytes, int cuts) {
		List<byte[]> chunks = new ArrayList<>();
		int start = 0;
		for (int end = 1; end <= bytes.length; end++) {
			if (end == bytes.length || (cuts >> (end - 1) & 1) == 1) {
				chunks.add(Arrays.copyOfRange(bytes, start, end));
				start = end;
			}
		}
		return chunks;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			<!DOCTYPE|record 1|'<'
			{}|record 1|'{'
			 1~a|record 1|' '
			+1~a|record 1|'+'
			-1~a|record 1|'-'
			0x1~a|record 1|'0x'
			~|record 1|'\\x0a'
			1~a~|record 2|'\\x0a'
			1~ab|record 2|'b'
			1^~a|record 1|'1\\x0d'
			1~a12 |record 2|'12 '
			\u0661~a|record 1|'\\xd9'
			0000000000000000001|record 1|'0000000000000000001'
			9999999999999999999|record 1|'9999999999999999999'
			""")
	void invalidLengths(String stream, String record, String found) throws IOException {
		try (RecordIOReader reader = reader(stream.replace('~', '\n').replace('^', '\r'))) {
			assertThatExceptionOfType(RecordIOException.class).isThrownBy(() -> readAll(reader))
				.withMessage("Expected the length of RecordIO " + record
						+ " as 1 to 18 decimal digits and a line feed, but found " + found
						+ ". Check that the status of the response is 200 and that the call is answered with a stream");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "16777217", "2147483648", "4294967296", "4294967297", "999999999999999999" })
	void lengthsBeyondTheMaximum(String length) throws IOException {
		try (RecordIOReader reader = reader("1\na" + length + "\na")) {
			assertThatExceptionOfType(RecordIOException.class).isThrownBy(() -> readAll(reader))
				.withMessage("The length of RecordIO record 2 is " + length
						+ " bytes, but at most 16777216 are accepted. If such records are expected, increase maxRecordSize");
		}
	}

	@ParameterizedTest
	@CsvSource({ "1~a12, in its length", "1~a2~, after 0 of its 2 bytes", "1~a2~b, after 1 of its 2 bytes" })
	void streamsThatEndWithinARecord(String stream, String where) throws IOException {
		try (RecordIOReader reader = reader(stream.replace('~', '\n'))) {
			assertThatExceptionOfType(EOFException.class).isThrownBy(() -> readAll(reader))
				.withMessage("The stream ended within RecordIO record 2, " + where
						+ ". The connection was probably lost, so send the call again");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1\na-1\nb1\nc", "1\na9\nb1\nc", "1\na9", "1\na3\nb" })
	void nothingIsReadAfterAFailure(String stream) throws IOException {
		try (RecordIOReader reader = new RecordIOReader(new ByteArrayInputStream(ascii(stream)), 8)) {
			IOException first = failure(reader);
			assertThat(failure(reader)).hasSameClassAs(first).hasMessage(first.getMessage());
		}
	}

	@Test
	void largestRecord() throws IOException {
		byte[] largest = new byte[16 * MEGABYTE];
		Arrays.fill(largest, (byte) '\n');
		try (RecordIOReader reader = new RecordIOReader(
				RecordIORules.stream(List.of(ascii(largest.length + "\n"), largest, ascii("1\na"))))) {
			assertThat(reader.read()).isEqualTo(largest);
			assertThat(reader.read()).asString().isEqualTo("a");
			assertThat(reader.read()).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void maximumMustBePositive(int maxRecordSize) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RecordIOReader(InputStream.nullInputStream(), maxRecordSize))
			.withMessage("maxRecordSize must be at least 1, but is " + maxRecordSize);
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordIODecoder(maxRecordSize));
	}

	@Test
	void completeRecordsDoNotWaitForMore() throws IOException {
		InputStream in = new FilterInputStream(new ByteArrayInputStream(ascii("1\na0\n2\nbc"))) {

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				int count = super.read(bytes, offset, length);
				assertThat(count).as("A read that would block").isNotNegative();
				return count;
			}

		};
		try (RecordIOReader reader = new RecordIOReader(in)) {
			assertThat(reader.read()).asString().isEqualTo("a");
			assertThat(reader.read()).isEmpty();
			assertThat(reader.read()).asString().isEqualTo("bc");
		}
	}

	@Test
	void lengthAloneCostsNoMemory() {
		long allocated = allocatedBy(() -> RecordIORules.read(List.of(ascii("16777216\nabc")), 16 * MEGABYTE));
		assertThat(allocated).isLessThan(MEGABYTE);
	}

	@Test
	void memoryGrowsWithWhatArrives() {
		List<byte[]> chunks = new ArrayList<>();
		chunks.add(ascii(16 * MEGABYTE + "\n"));
		chunks.addAll(Collections.nCopies(8 * 1024, new byte[1024]));
		// Half of the record arrives in parts. A copy for each part would take 32 GB.
		assertThat(allocatedBy(() -> RecordIORules.read(chunks, 16 * MEGABYTE))).isLessThan(40L * MEGABYTE);
	}

	@Test
	void closesTheStream() throws IOException {
		List<String> closed = new ArrayList<>();
		InputStream in = new FilterInputStream(InputStream.nullInputStream()) {

			@Override
			public void close() {
				closed.add("closed");
			}

		};
		new RecordIOReader(in).close();
		assertThat(closed).hasSize(1);
	}

	@Test
	void readsWithoutReactorAndSpring() throws Exception {
		try (OwnClassLoader classLoader = new OwnClassLoader((jar) -> !jar.matches("(reactor|spring|netty).*\\.jar"))) {
			Object reader = classLoader.loadClass(RecordIOReader.class.getName())
				.getConstructor(InputStream.class)
				.newInstance(new ByteArrayInputStream(ascii("1\na")));
			assertThat(reader.getClass().getMethod("read").invoke(reader)).isEqualTo(ascii("a"));
		}
	}

	private static RecordIOReader reader(String stream) {
		return new RecordIOReader(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
	}

	private static void readAll(RecordIOReader reader) throws IOException {
		while (reader.read() != null) {
			// Goes on to the failure.
		}
	}

	private static IOException failure(RecordIOReader reader) {
		try {
			readAll(reader);
		}
		catch (IOException ex) {
			return ex;
		}
		throw new AssertionError("No failure");
	}

	/** Loads the classes first. */
	private static long allocatedBy(Runnable work) {
		work.run();
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		work.run();
		return threads.getCurrentThreadAllocatedBytes() - before;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
