/**
 * Actuator endpoint for Mesos masters.
 */
@NullMarked
package io.github.mesosdiscovery.actuate.endpoint;

import org.jspecify.annotations.NullMarked;
