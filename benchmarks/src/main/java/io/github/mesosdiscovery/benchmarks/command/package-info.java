/**
 * The {@code mesos-leader} command of the sample.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.command;

import org.jspecify.annotations.NullMarked;
