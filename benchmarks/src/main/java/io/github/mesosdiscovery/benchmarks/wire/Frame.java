package io.github.mesosdiscovery.benchmarks.wire;

import java.util.Collection;

/**
 * What one side said at once: a request, a reply or a watch event.
 *
 * @param at when it came by, on the clock of {@link System#nanoTime()}
 * @param operation what it is, or what it answers
 * @param request whether a client said it
 * @param bytes how long it is, with the length that precedes it
 */
public record Frame(long at, Operation operation, boolean request, int bytes) {

	/**
	 * Count requests.
	 * @param frames the frames
	 * @param operation the kind of request
	 * @return how many of that kind there are
	 */
	public static long requests(Collection<Frame> frames, Operation operation) {
		return frames.stream().filter((frame) -> frame.request() && frame.operation() == operation).count();
	}

	/**
	 * Count the requests that something caused.
	 * @param frames the frames
	 * @return how many there are, signs of life apart
	 */
	public static long requests(Collection<Frame> frames) {
		return frames.stream().filter((frame) -> frame.request() && !frame.operation().isSignOfLife()).count();
	}

	/**
	 * Count the bytes that something caused.
	 * @param frames the frames
	 * @param sent whether those that clients sent are counted, or those they got
	 * @return how many there are, signs of life apart
	 */
	public static long bytes(Collection<Frame> frames, boolean sent) {
		return frames.stream()
			.filter((frame) -> frame.request() == sent && !frame.operation().isSignOfLife())
			.mapToLong(Frame::bytes)
			.sum();
	}

}
