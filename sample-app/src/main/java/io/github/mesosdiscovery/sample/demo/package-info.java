/**
 * A Mesos-like cluster for users without a real one.
 */
@NullMarked
package io.github.mesosdiscovery.sample.demo;

import org.jspecify.annotations.NullMarked;
