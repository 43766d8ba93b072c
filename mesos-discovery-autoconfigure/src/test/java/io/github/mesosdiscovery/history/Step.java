package io.github.mesosdiscovery.history;

/**
 * One thing that is done in a run.
 *
 * @param at when, in milliseconds since the start
 * @param action what
 * @param target the number of the master, locator or server; it counts among those that
 * are there then
 * @param millis for how long, where it lasts
 */
record Step(long at, Action action, int target, long millis) {

	@Override
	public String toString() {
		return this.at + " ms: " + this.action + " " + this.target + " for " + this.millis + " ms";
	}

}
