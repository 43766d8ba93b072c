package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Reading what a running locator knows.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {

	/**
	 * Ask for the leader.
	 * @param cluster where the locator is
	 * @param cost counts
	 * @return the leader
	 */
	@Benchmark
	public Optional<MesosMaster> leader(FollowedCluster cluster, ReaderCost cost) {
		return cluster.locator().leader();
	}

	/**
	 * Ask for the masters.
	 * @param cluster where the locator is
	 * @param cost counts
	 * @return the masters
	 */
	@Benchmark
	public List<MesosMaster> masters(FollowedCluster cluster, ReaderCost cost) {
		return cluster.locator().masters();
	}

	/**
	 * Ask for all at once.
	 * @param cluster where the locator is
	 * @param cost counts
	 * @return the snapshot
	 */
	@Benchmark
	public MasterSnapshot snapshot(FollowedCluster cluster, ReaderCost cost) {
		return cluster.locator().snapshot();
	}

}
