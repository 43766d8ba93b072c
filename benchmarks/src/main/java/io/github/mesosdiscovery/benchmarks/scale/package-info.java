/**
 * How the cost grows with the number of masters, of other children and of locators.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
