/**
 * A Mesos-like cluster to look at where there is no real one.
 */
@NullMarked
package io.github.mesosdiscovery.sample.demo;

import org.jspecify.annotations.NullMarked;
