package io.github.mesosdiscovery.history.trace;

import java.util.List;

/**
 * What a locator left when it was closed.
 *
 * @param begun when the close began, on the monotonic clock
 * @param returned when it returned
 * @param threads the names of its threads that still ran soon after
 * @param connections how many connections it still had soon after
 */
public record Close(long begun, long returned, List<String> threads, int connections) {
}
