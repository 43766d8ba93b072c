package io.github.mesosdiscovery.benchmarks.jvm;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/**
 * The memory of this process.
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

	/**
	 * Return what lies outside of the heap for input and output.
	 * @return the bytes of direct buffers
	 */
	public static long direct() {
		return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.filter((pool) -> pool.getName().equals("direct"))
			.mapToLong(BufferPoolMXBean::getMemoryUsed)
			.sum();
	}

	private static long afterCollection() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
