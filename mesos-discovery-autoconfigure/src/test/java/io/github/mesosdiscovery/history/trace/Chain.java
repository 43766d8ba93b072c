package io.github.mesosdiscovery.history.trace;

import java.util.List;

/**
 * The snapshots that one caller got who asked again and again what changed from the last
 * one.
 *
 * @param caller its name
 * @param publications the numbers of the snapshots in the order in which it got them
 */
public record Chain(String caller, List<Long> publications) {
}
