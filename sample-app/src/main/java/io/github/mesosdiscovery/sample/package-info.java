/**
 * A small framework that follows the Mesos masters, and the {@code mesos-leader} command.
 */
@NullMarked
package io.github.mesosdiscovery.sample;

import org.jspecify.annotations.NullMarked;
