/**
 * What happened in ZooKeeper, from the transaction logs of its servers.
 */
@NullMarked
package io.github.mesosdiscovery.history.truth;

import org.jspecify.annotations.NullMarked;
