/**
 * ZooKeeper servers, masters and the bare client that all measurements share.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
