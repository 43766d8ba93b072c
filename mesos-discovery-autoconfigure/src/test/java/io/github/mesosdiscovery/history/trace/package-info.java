/**
 * What locators did in one run, as it was recorded.
 */
@NullMarked
package io.github.mesosdiscovery.history.trace;

import org.jspecify.annotations.NullMarked;
