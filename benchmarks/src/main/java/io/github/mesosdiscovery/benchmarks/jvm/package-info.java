/**
 * What this process uses, and Java runtimes and processes that are measured from outside.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.jvm;

import org.jspecify.annotations.NullMarked;
