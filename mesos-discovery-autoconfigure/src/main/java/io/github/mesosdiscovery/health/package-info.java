/**
 * Health of Mesos discovery.
 */
@NullMarked
package io.github.mesosdiscovery.health;

import org.jspecify.annotations.NullMarked;
