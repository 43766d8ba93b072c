/**
 * The application whose start is measured. It is packaged on its own and runs with and
 * without the starter.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.startup.application;

import org.jspecify.annotations.NullMarked;
