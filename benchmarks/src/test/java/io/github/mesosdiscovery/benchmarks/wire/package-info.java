@NullMarked
package io.github.mesosdiscovery.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
