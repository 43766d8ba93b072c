/**
 * The application whose start is measured. It runs with and without the starter, in a jar
 * of its own.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.startup.application;

import org.jspecify.annotations.NullMarked;
