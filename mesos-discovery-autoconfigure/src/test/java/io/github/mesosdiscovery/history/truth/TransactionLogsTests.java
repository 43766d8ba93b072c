package io.github.mesosdiscovery.history.truth;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransactionLogs}.
 */
class TransactionLogsTests {

	@Test
	void oneLogIsTheTruth() {
		assertThat(committed(log(1, 2, 3))).containsExactly(1L, 2L, 3L);
	}

	@Test
	void followersThatLagDoNotMatter() {
		assertThat(committed(log(1, 2, 3), log(1, 2), log(1, 2, 3))).containsExactly(1L, 2L, 3L);
	}

	@Test
	void aGapThatASnapshotFilledIsFilledByTheOthers() {
		assertThat(committed(log(1, 2, 3, 4), log(1, 4), log(1, 2, 3, 4))).containsExactly(1L, 2L, 3L, 4L);
		assertThat(committed(log(1, 2, 3, 4), log(4), log(4))).containsExactly(1L, 2L, 3L, 4L);
	}

	@Test
	void whatOneAloneLoggedBeforeItFellIsNoPartOfIt() {
		assertThat(committed(log(1, 2, 3), log(1, 2, 100), log(1, 2, 100))).containsExactly(1L, 2L, 100L);
		assertThat(committed(log(1, 2, 3, 4), log(1, 2, 100), log(1, 2, 100))).containsExactly(1L, 2L, 100L);
	}

	private static List<Long> committed(long[]... logs) {
		return TransactionLogs.committed(Arrays.stream(logs).map(TransactionLogsTests::read).toList())
			.stream()
			.map(LoggedTransaction::zxid)
			.toList();
	}

	private static long[] log(long... zxids) {
		return zxids;
	}

	private static NavigableMap<Long, LoggedTransaction> read(long[] zxids) {
		NavigableMap<Long, LoggedTransaction> log = new TreeMap<>();
		for (long zxid : zxids) {
			log.put(zxid, new LoggedTransaction(zxid, 1, 0, List.of()));
		}
		return log;
	}

}
