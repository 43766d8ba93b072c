/**
 * A framework that stays subscribed to the leading master.
 */
@NullMarked
package io.github.mesosdiscovery.sample.framework;

import org.jspecify.annotations.NullMarked;
