@NullMarked
package io.github.mesosdiscovery.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
