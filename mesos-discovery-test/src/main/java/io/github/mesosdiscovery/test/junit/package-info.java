/**
 * JUnit Jupiter extensions for a test cluster.
 */
@NullMarked
package io.github.mesosdiscovery.test.junit;

import org.jspecify.annotations.NullMarked;
