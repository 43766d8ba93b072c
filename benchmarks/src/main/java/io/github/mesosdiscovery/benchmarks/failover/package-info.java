/**
 * The failover race: who hears first that another master leads.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.failover;

import org.jspecify.annotations.NullMarked;
