package io.github.mesosdiscovery.history.invariant;

import java.util.function.BiConsumer;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Publication;

/**
 * Something that holds for every locator in every history.
 */
interface Invariant {

	/**
	 * Check the life of one locator.
	 */
	void check(Life life, History history, Report report);

	/**
	 * Takes the violations of one invariant in one life.
	 */
	interface Report {

		void violation(long from, long to, String what);

		default void violation(Publication publication, String what) {
			violation(publication.nanos(), publication.nanos(), "publication " + publication + ": " + what);
		}

	}

	/**
	 * Go through the pairs of neighbours.
	 */
	static <T> void pairs(Iterable<T> all, BiConsumer<T, T> pair) {
		T previous = null;
		for (T one : all) {
			if (previous != null) {
				pair.accept(previous, one);
			}
			previous = one;
		}
	}

}
