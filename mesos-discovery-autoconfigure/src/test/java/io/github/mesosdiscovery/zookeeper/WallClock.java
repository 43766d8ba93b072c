package io.github.mesosdiscovery.zookeeper;

import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/**
 * A wall clock that is set back again and again.
 */
final class WallClock {

	private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(700);

	private static final long STEP = TimeUnit.SECONDS.toNanos(1);

	private WallClock() {
	}

	/** Return a time that is set back once in a while. */
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
