/**
 * What takes less than a millisecond, measured with JMH: reading what a locator knows,
 * decoding a znode, and the transition from one state to the next.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
