package io.github.mesosdiscovery.history.truth;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Truth}.
 */
class TruthTests {

	private static final Znode ZNODE = new Znode("info_0000000000", 0, 11, 11, "a");

	@Test
	void aRegistrationIsDeletedAfterAViewAndUntilAMoment() {
		View view = view(0, 10, 11, ZNODE);
		Truth truth = truth(view, view(0, 10, 12));
		assertThat(truth.isDeletedAfter(view, ZNODE, 120)).isTrue();
		assertThat(truth.isDeletedAfter(view, ZNODE, 119)).isFalse();
		assertThat(truth(view).isDeletedAfter(view, ZNODE, 1000)).isFalse();
	}

	@Test
	void anotherPathOfTheSameNumberMakesItAmbiguous() {
		assertThat(truth(view(0, 10, 11), view(0, 20, 21), view(1, 5, 6)).isAmbiguous()).isFalse();
		assertThat(truth(view(0, 10, 11), view(0, 20, 21), view(1, 10, 12)).isAmbiguous()).isTrue();
	}

	@Test
	void aVersionOfThePathIsAViewOfItsChildren() {
		View first = view(0, 10, 11, ZNODE);
		Truth truth = truth(first, new View(0, 12, 120, 10, 11, List.of(new Znode(ZNODE.name(), 0, 11, 12, "b"))));
		assertThat(truth.view(10, 11)).contains(first);
		assertThat(truth.view(10, 12)).isEmpty();
		assertThat(truth.versions(ZNODE.name(), 0)).extracting(Znode::payload).containsExactly("a", "b");
	}

	private static Truth truth(View... views) {
		return new Truth("/mesos", List.of(), List.of(views));
	}

	private static View view(int era, long czxid, long pzxid, Znode... znodes) {
		return new View(era, pzxid, 10 * pzxid, czxid, pzxid, List.of(znodes));
	}

}
