/**
 * The election as a pure state machine: no I/O, no threads, no clock and no logging.
 * Everything here is internal.
 */
@NullMarked
package io.github.mesosdiscovery.zookeeper.election;

import org.jspecify.annotations.NullMarked;
