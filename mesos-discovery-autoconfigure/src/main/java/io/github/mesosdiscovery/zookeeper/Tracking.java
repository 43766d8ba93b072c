package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * All that is known while following the masters of one path. Immutable;
 * {@link Transition} makes the next one.
 *
 * @param link the connection
 * @param fence keeps older views out
 * @param path what is known of the path
 * @param slots the registrations in election order
 * @param requests the number of the last request
 * @param confirmed the registration that led when it was last known as it was, or
 * {@code null} when there was none
 * @param settled whether that is the one that leads now, or nothing was answered since
 * @param retryAt when the first of the reads that failed is repeated, or {@code null}
 * @param resyncInterval the time between two reads of everything, in nanoseconds
 */
record Tracking(Link link, Fence fence, PathView path, Slots slots, @Nullable RegistrationName confirmed,
		boolean settled, long requests, @Nullable Long retryAt, long resyncInterval) {

	static Tracking initial(long sessionTimeout, long resyncInterval, Access access, long now) {
		return new Tracking(Link.initial(sessionTimeout, access, now), Fence.OPEN, PathView.UNKNOWN, Slots.NONE, null,
				true, 0, null, resyncInterval);
	}

}
