/**
 * The costs of a locator: requests, watches, threads, heap, CPU time and jars.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
