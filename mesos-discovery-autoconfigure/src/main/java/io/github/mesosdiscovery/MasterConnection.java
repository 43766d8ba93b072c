package io.github.mesosdiscovery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The connection of a locator to ZooKeeper, without credentials.
 *
 * @param state the state of the connection
 * @param ensemble the servers, for example {@code zk1:2181,zk2:2181}, or {@code null} for
 * a fixed master
 * @param path the path of the registrations, or {@code null} for a fixed master
 * @param since when the state began
 * @param sessionTimeout the negotiated session timeout, the requested one until then, or
 * {@code null} for a fixed master. The leader is withdrawn when it elapses without
 * contact
 */
public record MasterConnection(ConnectionState state, @Nullable String ensemble, @Nullable String path, Instant since,
		@Nullable Duration sessionTimeout) {

}
