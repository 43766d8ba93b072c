/**
 * ZooKeeper servers of any version, each in a process of its own.
 */
@NullMarked
package io.github.mesosdiscovery.zookeeper.process;

import org.jspecify.annotations.NullMarked;
