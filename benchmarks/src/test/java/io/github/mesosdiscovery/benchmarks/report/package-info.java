@NullMarked
package io.github.mesosdiscovery.benchmarks.report;

import org.jspecify.annotations.NullMarked;
