@NullMarked
package io.github.mesosdiscovery.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
