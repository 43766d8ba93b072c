package io.github.mesosdiscovery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The connection of a locator to ZooKeeper. Credentials are no part of it.
 *
 * @param state how the locator stands to ZooKeeper
 * @param ensemble the servers, as {@code zk1:2181,zk2:2181}, or {@code null} for a fixed
 * master
 * @param path the path of the registrations, or {@code null} for a fixed master
 * @param since when the state began
 * @param sessionTimeout the session timeout as negotiated with ZooKeeper, or as requested
 * until then; {@code null} for a fixed master. The leader is withdrawn when this time
 * elapses without contact
 */
public record MasterConnection(ConnectionState state, @Nullable String ensemble, @Nullable String path, Instant since,
		@Nullable Duration sessionTimeout) {

}
