/**
 * Operations of less than a millisecond, measured with JMH. JMH generates code from these
 * classes, so that most are public and mutable.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
