package io.github.mesosdiscovery.zookeeper.election;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StaleViewGuardTests {

	private final StaleViewGuard guard = StaleViewGuard.OPEN.accept(1, 10, 100);

	@ParameterizedTest
	@CsvSource(textBlock = """
			10, 100, false
			10, 101, false
			10, 99,  true
			11, 50,  false
			9,  500, true
			""")
	void aLowerVersionIsOlder(long czxid, long pzxid, boolean older) {
		assertThat(this.guard.isOlder(czxid, pzxid)).isEqualTo(older);
	}

	@Test
	void anOpenGuardAcceptsEverything() {
		assertThat(StaleViewGuard.OPEN.isOlder(1, 1)).isFalse();
		assertThat(StaleViewGuard.OPEN.isOfAnotherClient(7)).isFalse();
	}

	@Test
	void onlyTheViewOfAnotherClientIsNotTrusted() {
		assertThat(this.guard.isOfAnotherClient(1)).isFalse();
		assertThat(this.guard.isOfAnotherClient(2)).isTrue();
		assertThat(this.guard.acceptAbsence(1).isOfAnotherClient(2)).isTrue();
		assertThat(StaleViewGuard.OPEN.acceptAbsence(1).isOfAnotherClient(2)).isTrue();
	}

	@Test
	void refusalsAreCountedInARowAndGivenUpAtTheLimit() {
		StaleViewGuard refused = this.guard;
		for (int i = 1; i < StaleViewGuard.MAX_REFUSALS; i++) {
			refused = refused.refuse();
			assertThat(refused.refusals()).isEqualTo(i);
			assertThat(refused.isOlder(10, 99)).isTrue();
		}
		assertThat(refused.accept(2, 10, 100).refusals()).isZero();
		assertThat(refused.acceptAbsence(2).refusals()).isZero();
		StaleViewGuard open = refused.refuse();
		assertThat(open.generation()).isEqualTo(1);
		assertThat(open.isOlder(1, 1)).isFalse();
		assertThat(open.accept(2, 1, 1).generation()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "0, 100", "1, 200", "6, 6400", "7, 10000", "1000, 10000" })
	void theBackOffDoublesUpToTenSeconds(int attempts, long millis) {
		assertThat(Retry.pause(attempts)).isEqualTo(millis * 1_000_000);
	}

}
