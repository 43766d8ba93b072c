/**
 * How long the {@code mesos-leader} command takes, beside a script that does the same.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.command;

import org.jspecify.annotations.NullMarked;
