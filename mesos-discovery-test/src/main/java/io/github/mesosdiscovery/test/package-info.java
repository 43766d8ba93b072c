/**
 * A Mesos-like cluster for tests: an embedded ZooKeeper and simulated masters.
 */
@NullMarked
package io.github.mesosdiscovery.test;

import org.jspecify.annotations.NullMarked;
