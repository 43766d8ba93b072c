package io.github.mesosdiscovery.zookeeper;

import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/**
 * A clock that is set again and again, as by somebody who does not know the time.
 */
final class WallClock {

	private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(700);

	private static final long STEP = TimeUnit.SECONDS.toNanos(1);

	private WallClock() {
	}

	/** It goes right for a while, and is then set back. */
	public static long nanoTime() {
		long now = System.nanoTime();
		return now - STEP * Math.floorDiv(now, PERIOD);
	}

	static Method method() {
		try {
			return WallClock.class.getDeclaredMethod("nanoTime");
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
