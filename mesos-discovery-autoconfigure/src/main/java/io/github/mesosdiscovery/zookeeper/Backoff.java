package io.github.mesosdiscovery.zookeeper;

import java.util.concurrent.TimeUnit;

/**
 * How long to wait before a failed read is repeated.
 */
final class Backoff {

	private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(100);

	/**
	 * Also how long it can take until a changed ACL is noticed, since no watch tells of
	 * one.
	 */
	static final long LAST = TimeUnit.SECONDS.toNanos(10);

	private Backoff() {
	}

	static long nanos(int attempts) {
		return (attempts < 7) ? FIRST << attempts : LAST;
	}

}
