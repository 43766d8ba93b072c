package io.github.mesosdiscovery.history.trace;

import java.util.List;

/**
 * What one listener heard.
 *
 * @param listener its name
 * @param joined the number of the locator's snapshot just after it was added, 0 if it was
 * there from the start
 * @param deliveries the calls in the order they began
 */
public record Hearing(String listener, long joined, List<Delivery> deliveries) {
}
