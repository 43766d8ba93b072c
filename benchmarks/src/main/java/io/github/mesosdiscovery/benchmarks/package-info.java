/**
 * Measures what the library costs and how fast it is. This module is never deployed.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks;

import org.jspecify.annotations.NullMarked;
