package io.github.mesosdiscovery.benchmarks.jvm;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/**
 * The heap of this process.
 */
public final class Heap {

	private static final int COLLECTIONS = 4;

	private Heap() {
	}

	/**
	 * Return what is reachable.
	 * @return the bytes in use after a full collection, the least of several
	 */
	public static long used() {
		return LongStream.generate(Heap::afterCollection).limit(COLLECTIONS).min().orElseThrow();
	}

	private static long afterCollection() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
