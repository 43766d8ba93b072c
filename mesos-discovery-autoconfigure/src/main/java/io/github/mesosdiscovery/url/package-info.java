/**
 * Parsing of the values of {@code mesos.discovery.zk}. Neither {@code toString()} nor the
 * messages reveal credentials.
 */
@NullMarked
package io.github.mesosdiscovery.url;

import org.jspecify.annotations.NullMarked;
