/**
 * What a locator costs: requests, watches, threads, heap, CPU time and jars.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
