/**
 * Locators, masters and faults at random, and the check of all that was published.
 */
@NullMarked
package io.github.mesosdiscovery.history;

import org.jspecify.annotations.NullMarked;
