package io.github.mesosdiscovery.history.invariant;

/**
 * Something that must not be.
 *
 * @param number the number of the invariant
 * @param invariant its name
 * @param life the locator in question
 * @param from the first moment that matters, on the monotonic clock
 * @param to the last moment that matters
 * @param what what is wrong
 */
public record Violation(int number, String invariant, String life, long from, long to, String what) {

	@Override
	public String toString() {
		return "invariant " + this.number + " (" + this.invariant + ") of " + this.life + ": " + this.what;
	}

}
