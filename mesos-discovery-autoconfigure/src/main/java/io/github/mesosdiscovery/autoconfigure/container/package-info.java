/**
 * Connection details of ZooKeeper containers that Testcontainers or Docker Compose runs.
 */
@NullMarked
package io.github.mesosdiscovery.autoconfigure.container;

import org.jspecify.annotations.NullMarked;
