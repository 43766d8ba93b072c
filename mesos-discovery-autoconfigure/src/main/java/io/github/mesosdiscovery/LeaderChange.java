package io.github.mesosdiscovery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A change of the leading master.
 *
 * @param at when it was published
 * @param reason why the leader changed
 * @param previous the leader before, or {@code null} if there was none
 * @param leader the leader since, or {@code null} if there is none
 */
public record LeaderChange(Instant at, LeaderChangedEvent.Reason reason, @Nullable MesosMaster previous,
		@Nullable MesosMaster leader) {

}
