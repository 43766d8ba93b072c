/**
 * The {@code mesos-leader} command, which needs no Spring context.
 */
@NullMarked
package io.github.mesosdiscovery.sample.command;

import org.jspecify.annotations.NullMarked;
