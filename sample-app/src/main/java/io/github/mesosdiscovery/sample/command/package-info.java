/**
 * The {@code mesos-leader} command: asks once, prints and ends, without Spring.
 */
@NullMarked
package io.github.mesosdiscovery.sample.command;

import org.jspecify.annotations.NullMarked;
