/**
 * From the bytes of a znode to a master. Usable without ZooKeeper.
 */
@NullMarked
package io.github.mesosdiscovery.codec;

import org.jspecify.annotations.NullMarked;
