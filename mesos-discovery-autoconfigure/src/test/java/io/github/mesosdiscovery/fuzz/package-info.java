/**
 * Coverage-guided fuzzing of all that reads what others wrote, and the seeds that it
 * found.
 */
@NullMarked
package io.github.mesosdiscovery.fuzz;

import org.jspecify.annotations.NullMarked;
