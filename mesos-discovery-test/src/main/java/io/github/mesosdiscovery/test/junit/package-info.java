/**
 * The cluster as an extension of JUnit Jupiter.
 */
@NullMarked
package io.github.mesosdiscovery.test.junit;

import org.jspecify.annotations.NullMarked;
