/**
 * Micrometer metrics for Mesos discovery.
 */
@NullMarked
package io.github.mesosdiscovery.metrics;

import org.jspecify.annotations.NullMarked;
