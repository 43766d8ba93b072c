/**
 * Puts a locator, its events, its health, its endpoint and its meters into a Spring Boot
 * application.
 */
@NullMarked
package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.NullMarked;
