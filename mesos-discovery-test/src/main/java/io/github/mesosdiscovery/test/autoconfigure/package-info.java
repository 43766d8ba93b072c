/**
 * The cluster for tests with a Spring application context.
 */
@NullMarked
package io.github.mesosdiscovery.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
