/**
 * Lets a container of ZooKeeper, of Testcontainers or Docker Compose, say where the
 * masters are.
 */
@NullMarked
package io.github.mesosdiscovery.autoconfigure.container;

import org.jspecify.annotations.NullMarked;
