/**
 * Parses what {@code mesos.discovery.zk} may be. No text or message of these types shows
 * credentials.
 */
@NullMarked
package io.github.mesosdiscovery.url;

import org.jspecify.annotations.NullMarked;
