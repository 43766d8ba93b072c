/**
 * Auto-configuration of a test cluster for Spring tests.
 */
@NullMarked
package io.github.mesosdiscovery.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
