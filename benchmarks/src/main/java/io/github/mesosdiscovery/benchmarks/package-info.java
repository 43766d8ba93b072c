/**
 * What the library costs and how fast it is, measured. Nothing of this is deployed.
 */
@NullMarked
package io.github.mesosdiscovery.benchmarks;

import org.jspecify.annotations.NullMarked;
