/**
 * What must hold between what locators did and what happened in ZooKeeper.
 */
@NullMarked
package io.github.mesosdiscovery.history.invariant;

import org.jspecify.annotations.NullMarked;
