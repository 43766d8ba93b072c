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
 * What one reading thread uses up in an iteration. The time is that for which it has had
 * a processor, so that it is the same however many threads share one.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ReaderCost {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** Time on a processor. */
	public long nanos;

	/** Memory that was allocated. */
	public long bytes;

	/** Changes of the leader meanwhile, counted by the first thread only. */
	public long changes;

	// JMH sets its counters back to zero between setup and measurement.

	private long nanosBefore;

	private long bytesBefore;

	private long changesBefore;

	/**
	 * Begin to count.
	 * @param cluster whose leaders change
	 */
	@Setup(Level.Iteration)
	public void begin(FollowedCluster cluster) {
		this.changesBefore = cluster.changes();
		this.bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
		this.nanosBefore = THREADS.getCurrentThreadCpuTime();
	}

	/**
	 * End with what has come up since.
	 * @param cluster whose leaders change
	 * @param thread which of the threads this is
	 */
	@TearDown(Level.Iteration)
	public void end(FollowedCluster cluster, ThreadParams thread) {
		this.nanos = THREADS.getCurrentThreadCpuTime() - this.nanosBefore;
		this.bytes = THREADS.getCurrentThreadAllocatedBytes() - this.bytesBefore;
		this.changes = (thread.getThreadIndex() == 0) ? cluster.changes() - this.changesBefore : 0;
	}

}
