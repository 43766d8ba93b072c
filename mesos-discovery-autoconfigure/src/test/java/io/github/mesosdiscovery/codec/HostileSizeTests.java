package io.github.mesosdiscovery.codec;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the decoder takes memory and time in proportion to the size of the data.
 */
class HostileSizeTests {

	private static final int LIMIT = 64 * 1024;

	private static final long MEGABYTE = 1024 * 1024;

	private static final int ROUNDS = 10;

	@Test
	void dataBeyondLimitIsNotRead() {
		for (String znode : new String[] { "json.info_0000000001", "info_0000000001", "0000000001" }) {
			DecoderRules.checkData(znode, new byte[LIMIT]);
			byte[] tooLarge = new byte[64 * LIMIT];
			assertThat(allocatedBy(() -> DecoderRules.checkData(znode, tooLarge))).isLessThan(LIMIT);
		}
	}

	@ParameterizedTest
	@EnumSource
	void memoryGrowsWithTheSize(Attack attack) {
		attack.run(attack.data(LIMIT));
		long small = allocatedBy(() -> attack.run(attack.data(LIMIT / 4)));
		long large = allocatedBy(() -> attack.run(attack.data(LIMIT)));
		assertThat(large).isLessThan(24 * MEGABYTE);
		assertThat(large).isLessThan(8 * small + MEGABYTE);
	}

	/** Compares the fastest of several rounds, which other load disturbed least. */
	@ParameterizedTest
	@EnumSource
	void timeGrowsWithTheSize(Attack attack) {
		long small = fastest(attack, LIMIT / 8);
		long large = fastest(attack, LIMIT);
		// Eight times the size. A quadratic algorithm would take 64 times as long.
		assertThat(large).isLessThan(24 * small + 2_000_000);
	}

	private static long fastest(Attack attack, int size) {
		byte[] data = attack.data(size);
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long fastest = Long.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			long start = threads.getCurrentThreadCpuTime();
			attack.run(data);
			fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - start);
		}
		return fastest;
	}

	private static long allocatedBy(Runnable work) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		work.run();
		return threads.getCurrentThreadAllocatedBytes() - before;
	}

	/** Data that could cost more than its size. */
	enum Attack {

		MANY_KEYS("json.info_0000000001", "{", "\"%07d\":1,", "}"),

		/** Concatenations of strings with the same hash code. */
		KEYS_OF_ONE_HASH("json.info_0000000001", "{", "\"%s\":1,", "}") {
			@Override
			String piece(int number) {
				StringBuilder key = new StringBuilder();
				for (int bit = 0; bit < 13; bit++) {
					key.append(((number >> bit & 1) == 0) ? "Aa" : "BB");
				}
				return String.format("\"%s\":1,", key);
			}
		},

		MANY_CAPABILITIES("json.info_0000000001", "{\"capabilities\":[", "{},", "{}]}"),

		LONG_STRINGS("json.info_0000000001", "{\"x\":[", "\"" + "\\u0041".repeat(600) + "\",", "1]}"),

		LONG_NUMBER("json.info_0000000001", "{\"port\":", "9999999999", "}"),

		DEEP("json.info_0000000001", "", "[", ""),

		WHITE_SPACE("json.info_0000000001", "{", "          ", ")"),

		UPID("0000000001", "master@", "1.1.1.1.1.", ":5050"),

		UPID_OF_COLONS("0000000001", "master@[", "1:1:1:1:1:", "]:5050"),

		GROUPS("info_0000000001", "", "\u007b", ""),

		UNKNOWN_FIELDS("info_0000000001", "", "", "") {
			@Override
			byte[] data(int size) {
				ByteArrayOutputStream data = new ByteArrayOutputStream();
				for (int number = 20; data.size() < size - 8; number++) {
					for (int tag = number << 3; true; tag >>>= 7) {
						data.write((tag > 0x7F) ? tag & 0x7F | 0x80 : tag);
						if (tag <= 0x7F) {
							break;
						}
					}
					data.write(1);
				}
				return data.toByteArray();
			}
		},

		PROTOBUF_CAPABILITIES("info_0000000001", "", "J\u0000", "");

		private final String znode;

		private final String start;

		private final String piece;

		private final String end;

		Attack(String znode, String start, String piece, String end) {
			this.znode = znode;
			this.start = start;
			this.piece = piece;
			this.end = end;
		}

		String piece(int number) {
			return String.format(this.piece, number);
		}

		byte[] data(int size) {
			StringBuilder data = new StringBuilder(this.start);
			for (int number = 0; data.length() < size; number++) {
				data.append(piece(number));
			}
			byte[] bytes = HostileValues.utf8(data + this.end);
			int tail = this.end.length();
			if (bytes.length > size) {
				// Remove the middle, to keep the end.
				byte[] cut = Arrays.copyOf(bytes, size);
				System.arraycopy(bytes, bytes.length - tail, cut, size - tail, tail);
				return cut;
			}
			return bytes;
		}

		void run(byte[] data) {
			DecoderRules.checkData(this.znode, data);
		}

	}

}
