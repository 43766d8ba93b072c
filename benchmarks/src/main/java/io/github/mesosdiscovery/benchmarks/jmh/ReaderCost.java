package io.github.mesosdiscovery.benchmarks.jmh;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What one reading thread consumes in an iteration. Its time is CPU time, so that it does
 * not depend on how many threads share a processor.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ReaderCost {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** CPU time. */
	public long nanos;

	/** Allocated memory. */
	public long bytes;

	/** Changes of the leader, counted by the first thread only. */
	public long changes;

	// JMH resets its counters between setup and measurement.

	private long nanosBefore;

	private long bytesBefore;

	private long changesBefore;

	/** Start to count. */
	@Setup(Level.Iteration)
	public void begin(FollowedCluster cluster) {
		this.changesBefore = cluster.changes();
		this.bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
		this.nanosBefore = THREADS.getCurrentThreadCpuTime();
	}

	/** Set the counters. */
	@TearDown(Level.Iteration)
	public void end(FollowedCluster cluster, ThreadParams thread) {
		this.nanos = THREADS.getCurrentThreadCpuTime() - this.nanosBefore;
		this.bytes = THREADS.getCurrentThreadAllocatedBytes() - this.bytesBefore;
		this.changes = (thread.getThreadIndex() == 0) ? cluster.changes() - this.changesBefore : 0;
	}

}
