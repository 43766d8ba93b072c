/**
 * Decoding of znodes to masters. Does not require ZooKeeper.
 */
@NullMarked
package io.github.mesosdiscovery.codec;

import org.jspecify.annotations.NullMarked;
