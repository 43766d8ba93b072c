package io.github.mesosdiscovery.benchmarks.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;

/**
 * Some threads of this process.
 *
 * @param ids their ids
 */
public record ThreadSet(Set<Long> ids) {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** Return all live threads. */
	public static ThreadSet all() {
		return new ThreadSet(Arrays.stream(THREADS.getAllThreadIds()).boxed().collect(Collectors.toSet()));
	}

	/** Return the live threads that others do not include. */
	public static ThreadSet newSince(ThreadSet others, Predicate<String> names) {
		return new ThreadSet(all().infos()
			.filter((info) -> !others.ids().contains(info.getThreadId()) && names.test(info.getThreadName()))
			.map(ThreadInfo::getThreadId)
			.collect(Collectors.toSet()));
	}

	/** Count the threads by name, without the parts that differ between clients. */
	public Map<String, Integer> names() {
		return infos().map((info) -> info.getThreadName().replaceAll("\\(.*\\)", "").replaceAll("-\\d+$", ""))
			.collect(Collectors.toMap((name) -> name, (name) -> 1, Integer::sum, TreeMap::new));
	}

	/** Return the CPU time of the threads that are still alive. */
	public long cpuTime() {
		return sum(THREADS.getThreadCpuTime(array()));
	}

	/** Return the memory that the threads have allocated that are still alive. */
	public long allocated() {
		return sum(THREADS.getThreadAllocatedBytes(array()));
	}

	private Stream<ThreadInfo> infos() {
		return Arrays.stream(THREADS.getThreadInfo(array())).filter(Objects::nonNull);
	}

	private long[] array() {
		return this.ids.stream().mapToLong(Long::longValue).toArray();
	}

	/** It is -1 for a thread that has ended. */
	private static long sum(long[] values) {
		return Arrays.stream(values).filter((value) -> value > 0).sum();
	}

}
