/**
 * API to locate Mesos masters and to follow their leader.
 */
@NullMarked
package io.github.mesosdiscovery;

import org.jspecify.annotations.NullMarked;
