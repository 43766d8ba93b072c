/**
 * Auto-configuration for locators, their events, health, endpoint and meters.
 */
@NullMarked
package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.NullMarked;
