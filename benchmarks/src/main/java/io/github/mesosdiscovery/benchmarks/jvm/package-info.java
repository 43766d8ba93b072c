/**
 * Threads and memory of this process, and other Java processes.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.jvm;

import org.jspecify.annotations.NullMarked;
