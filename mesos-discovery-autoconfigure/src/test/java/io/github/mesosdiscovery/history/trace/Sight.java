package io.github.mesosdiscovery.history.trace;

/**
 * A snapshot with a leader as a reader last saw it.
 *
 * @param publication the number of the snapshot
 * @param nanos when the reader last asked and got it, on the monotonic clock
 */
public record Sight(long publication, long nanos) {
}
