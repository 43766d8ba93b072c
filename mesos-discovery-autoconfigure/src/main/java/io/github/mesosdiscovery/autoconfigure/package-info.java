/**
 * Puts a locator, its events, its health and its endpoint into a Spring Boot application.
 */
@NullMarked
package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.NullMarked;
