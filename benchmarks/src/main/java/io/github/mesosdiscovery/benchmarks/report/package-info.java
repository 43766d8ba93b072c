/**
 * Tables, charts and files of what was measured.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.report;

import org.jspecify.annotations.NullMarked;
