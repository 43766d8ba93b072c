/**
 * The application as a whole against real servers of several versions of ZooKeeper.
 */
@NullMarked
package io.github.mesosdiscovery.versions;

import org.jspecify.annotations.NullMarked;
