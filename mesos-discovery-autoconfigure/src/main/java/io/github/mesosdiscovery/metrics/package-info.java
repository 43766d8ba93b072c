/**
 * What a locator is metered by.
 */
@NullMarked
package io.github.mesosdiscovery.metrics;

import org.jspecify.annotations.NullMarked;
