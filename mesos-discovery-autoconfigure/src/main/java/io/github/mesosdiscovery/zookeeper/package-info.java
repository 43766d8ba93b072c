/**
 * Detection of the leading Mesos master in ZooKeeper.
 */
@NullMarked
package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.NullMarked;
