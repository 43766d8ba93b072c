/**
 * The first leader: from the start to the moment that it is known.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.firstleader;

import org.jspecify.annotations.NullMarked;
