package io.github.mesosdiscovery.benchmarks.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.sun.management.ThreadMXBean;

/**
 * Some live threads of this process.
 *
 * @param ids their numbers
 */
public record ThreadSet(Set<Long> ids) {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * Return all live threads.
	 * @return those that live now
	 */
	public static ThreadSet all() {
		return new ThreadSet(Arrays.stream(THREADS.getAllThreadIds()).boxed().collect(Collectors.toSet()));
	}

	/**
	 * Leave threads out.
	 * @param others those to leave out
	 * @return the rest
	 */
	public ThreadSet without(ThreadSet others) {
		Set<Long> left = new HashSet<>(this.ids);
		left.removeAll(others.ids());
		return new ThreadSet(left);
	}

	/**
	 * Leave threads out by name, and those that have ended.
	 * @param name how the names of those begin that are left out
	 * @return the rest
	 */
	public ThreadSet withoutNamed(String name) {
		return new ThreadSet(Arrays.stream(THREADS.getThreadInfo(array()))
			.filter((info) -> info != null && !info.getThreadName().startsWith(name))
			.map(ThreadInfo::getThreadId)
			.collect(Collectors.toSet()));
	}

	/**
	 * Count the threads by name, without what differs from client to client.
	 * @return how many there are of each name
	 */
	public Map<String, Integer> names() {
		Map<String, Integer> names = new TreeMap<>();
		for (ThreadInfo info : THREADS.getThreadInfo(array())) {
			if (info != null) {
				names.merge(info.getThreadName().replaceAll("\\(.*\\)", "").replaceAll("-\\d+$", ""), 1, Integer::sum);
			}
		}
		return names;
	}

	/**
	 * Return the CPU time that those took that still live.
	 * @return the time in nanoseconds
	 */
	public long cpuTime() {
		return sum(THREADS.getThreadCpuTime(array()));
	}

	/**
	 * Return what those have allocated that still live.
	 * @return the number of bytes
	 */
	public long allocated() {
		return sum(THREADS.getThreadAllocatedBytes(array()));
	}

	private long[] array() {
		return this.ids.stream().mapToLong(Long::longValue).toArray();
	}

	/** Of a thread that has ended it is -1. */
	private static long sum(long[] values) {
		return Arrays.stream(values).filter((value) -> value > 0).sum();
	}

}
