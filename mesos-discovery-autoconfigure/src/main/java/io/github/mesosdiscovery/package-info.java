/**
 * What a framework uses to know the Mesos masters and their leader.
 */
@NullMarked
package io.github.mesosdiscovery;

import org.jspecify.annotations.NullMarked;
