/**
 * Shows the Mesos masters over HTTP and JMX.
 */
@NullMarked
package io.github.mesosdiscovery.actuate.endpoint;

import org.jspecify.annotations.NullMarked;
