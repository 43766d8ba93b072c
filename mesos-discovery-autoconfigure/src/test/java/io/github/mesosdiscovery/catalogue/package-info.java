/**
 * The catalogue of faults: each scenario is a test that carries its number.
 */
@NullMarked
package io.github.mesosdiscovery.catalogue;

import org.jspecify.annotations.NullMarked;
