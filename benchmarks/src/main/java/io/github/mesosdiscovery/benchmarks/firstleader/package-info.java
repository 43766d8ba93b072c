/**
 * The first leader: from the start of a client until it knows the leader.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.firstleader;

import org.jspecify.annotations.NullMarked;
