@NullMarked
package io.github.mesosdiscovery.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
