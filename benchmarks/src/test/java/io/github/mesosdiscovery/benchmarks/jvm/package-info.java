@NullMarked
package io.github.mesosdiscovery.benchmarks.jvm;

import org.jspecify.annotations.NullMarked;
