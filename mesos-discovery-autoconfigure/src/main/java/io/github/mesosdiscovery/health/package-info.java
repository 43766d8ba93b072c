/**
 * Tells whether a leading Mesos master is known.
 */
@NullMarked
package io.github.mesosdiscovery.health;

import org.jspecify.annotations.NullMarked;
