@NullMarked
package io.github.mesosdiscovery.benchmarks.failover;

import org.jspecify.annotations.NullMarked;
