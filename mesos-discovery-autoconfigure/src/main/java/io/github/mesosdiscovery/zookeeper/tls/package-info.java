/**
 * TLS for ZooKeeper's client, from key stores in memory.
 */
@NullMarked
package io.github.mesosdiscovery.zookeeper.tls;

import org.jspecify.annotations.NullMarked;
