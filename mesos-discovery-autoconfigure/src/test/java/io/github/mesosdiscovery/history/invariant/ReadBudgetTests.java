package io.github.mesosdiscovery.history.invariant;

import java.util.Set;

import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Sign.End;
import io.github.mesosdiscovery.history.trace.Sign.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadBudget}.
 */
class ReadBudgetTests {

	@Test
	void eachReadHasItsCause() {
		assertThat(new Sample().sign(0, Kind.CONNECTED)
			.ask(0, Request.Kind.LIST)
			.sign(1, Kind.LISTED, End.OK, "a", "b")
			.ask(1, Request.Kind.FETCH)
			.ask(1, Request.Kind.FETCH)
			.sign(2, Kind.ZNODE_CHANGED, End.OK, "a")
			.ask(2, Request.Kind.FETCH)
			.check(new ReadBudget())).isEmpty();
	}

	@Test
	void aListingForNothing() {
		assertThat(new Sample().sign(0, Kind.CONNECTED)
			.ask(0, Request.Kind.LIST)
			.ask(1, Request.Kind.LIST)
			.check(new ReadBudget())).hasSize(1);
	}

	@Test
	void aReadForNothing() {
		assertThat(new Sample().sign(0, Kind.CONNECTED)
			.ask(0, Request.Kind.LIST)
			.sign(1, Kind.LISTED, End.OK, "a")
			.ask(1, Request.Kind.FETCH)
			.sign(2, Kind.PATH_CHANGED)
			.ask(2, Request.Kind.LIST)
			.sign(3, Kind.LISTED, End.OK, "a")
			.ask(3, Request.Kind.FETCH)
			.check(new ReadBudget())).hasSize(1);
	}

	@Test
	void aPathThatWasMadeAnewIsReadAnew() {
		assertThat(listedTwice(5, 6).check(new ReadBudget())).isEmpty();
		assertThat(listedTwice(5, 5).check(new ReadBudget())).hasSize(1);
	}

	@Test
	void aSilenceOfASessionTimeoutIsFollowedByReadingAll() {
		assertThat(silentFor(1000).check(new ReadBudget())).isEmpty();
		assertThat(silentFor(999).check(new ReadBudget())).hasSize(1);
	}

	private static Sample silentFor(long millis) {
		return new Sample().sign(0, Kind.CONNECTED)
			.ask(0, Request.Kind.LIST)
			.sign(1, Kind.LISTED, End.OK, "a")
			.ask(1, Request.Kind.FETCH)
			.sign(1 + millis, Kind.HEARD)
			.ask(1 + millis, Request.Kind.LIST)
			.sign(2 + millis, Kind.LISTED, End.OK, "a")
			.ask(2 + millis, Request.Kind.FETCH);
	}

	private static Sample listedTwice(long path, long next) {
		return new Sample().sign(0, Kind.CONNECTED)
			.ask(0, Request.Kind.LIST)
			.listed(1, path, "a")
			.ask(1, Request.Kind.FETCH)
			.sign(2, Kind.PATH_CHANGED)
			.ask(2, Request.Kind.LIST)
			.listed(3, next, "a")
			.ask(3, Request.Kind.FETCH);
	}

	@Test
	void repeatsGetSlower() {
		assertThat(repeats(new Sample(), 0, 100, 300, 700).check(new ReadBudget())).isEmpty();
	}

	@Test
	void repeatsTooSoon() {
		assertThat(repeats(new Sample(), 0, 100, 200).check(new ReadBudget())).hasSize(1);
	}

	@Test
	void aSuccessOfTheSameReadMakesThemFastAgain() {
		assertThat(repeats(repeats(new Sample(), 0, 100).sign(150, Kind.FETCHED, End.OK, "a"), 200, 300)
			.check(new ReadBudget())).isEmpty();
	}

	@Test
	void aSuccessOfAnotherReadDoesNot() {
		assertThat(
				repeats(repeats(new Sample(), 0, 100).sign(150, Kind.FETCHED, End.OK, "b").sign(160, Kind.LISTED), 200)
					.check(new ReadBudget()))
			.hasSize(1);
	}

	@Test
	void aChangeIsReadAtOnce() {
		assertThat(repeats(repeats(new Sample(), 0, 100).sign(110, Kind.ZNODE_CHANGED, End.OK, "a"), 111, 112)
			.check(new ReadBudget())).isEmpty();
	}

	@Test
	void aDenialOfThePathMakesTheReadsOfAllRegistrationsNew() {
		assertThat(repeats(
				repeats(new Sample(), 0, 100).sign(150, Kind.LISTED, End.DENIED).sign(250, Kind.LISTED, End.OK, "a"),
				251, 351)
			.check(new ReadBudget())).isEmpty();
	}

	private static Sample repeats(Sample sample, long... times) {
		for (long time : times) {
			sample.sign(time, Kind.FETCHED, End.DENIED, "a");
		}
		return sample;
	}

	@Test
	void aReadAtRest() {
		assertThat(new Sample().sign(0, Kind.CONNECTED)
			.rest(0, 1, 1000, Set.of())
			.ask(900, Request.Kind.LIST)
			.check(new ReadBudget())).hasSize(1);
	}

	@Test
	void aReadForWhatHappenedAtRest() {
		assertThat(disturbed(899).check(new ReadBudget())).isEmpty();
		assertThat(disturbed(1001).check(new ReadBudget())).hasSize(1);
	}

	private static Sample disturbed(long millis) {
		return new Sample().at(0)
			.view(10)
			.resting()
			.at(millis)
			.view(11)
			.sign(0, Kind.CONNECTED)
			.rest(0, 1, 1000, Set.of())
			.ask(900, Request.Kind.LIST);
	}

	@Test
	void pingsAtRest() {
		assertThat(new Sample().rest(0, 1, 1000, Set.of()).ask(900, Request.Kind.PING).check(new ReadBudget()))
			.isEmpty();
	}

}
