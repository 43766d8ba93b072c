package io.github.mesosdiscovery.benchmarks.wire;

import java.util.Collection;

/**
 * A message of ZooKeeper's protocol.
 *
 * @param at when it was recorded, by {@link System#nanoTime()}
 * @param operation the operation, also of a reply
 * @param request whether the client sent it
 * @param bytes the size, including that of the length field
 */
public record Frame(long at, Operation operation, boolean request, int bytes) {

	/** Count the requests of one kind. */
	public static long requests(Collection<Frame> frames, Operation operation) {
		return frames.stream().filter((frame) -> frame.request() && frame.operation() == operation).count();
	}

	/** Add up the sizes of one direction, without heartbeats. */
	public static long bytes(Collection<Frame> frames, boolean requests) {
		return frames.stream()
			.filter((frame) -> frame.request() == requests && !frame.operation().isHeartbeat())
			.mapToLong(Frame::bytes)
			.sum();
	}

}
