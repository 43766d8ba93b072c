package io.github.mesosdiscovery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A change of the leading master.
 *
 * @param at when it was published
 * @param problem why no master leads, or {@code null} if a master was elected
 * @param previous the previous leader, or {@code null} if there was none
 * @param leader the new leader, or {@code null} if there is none
 */
public record LeaderChange(Instant at, MasterProblem.@Nullable Kind problem, @Nullable MesosMaster previous,
		@Nullable MesosMaster leader) {

}
