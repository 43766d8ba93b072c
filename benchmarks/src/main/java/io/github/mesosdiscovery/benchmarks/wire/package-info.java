/**
 * Records what a ZooKeeper client and its server send to each other.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
