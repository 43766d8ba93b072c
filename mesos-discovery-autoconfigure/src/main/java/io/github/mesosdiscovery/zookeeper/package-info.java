/**
 * Finds the masters in ZooKeeper and follows their leader.
 */
@NullMarked
package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.NullMarked;
