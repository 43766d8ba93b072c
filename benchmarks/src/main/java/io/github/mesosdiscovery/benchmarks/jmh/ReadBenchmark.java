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
 * Calls of a running locator.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {

	/** Call {@code leader()}. */
	@Benchmark
	public Optional<MesosMaster> leader(FollowedCluster cluster, ReaderCost cost) {
		return cluster.locator().leader();
	}

	/** Call {@code masters()}. */
	@Benchmark
	public List<MesosMaster> masters(FollowedCluster cluster, ReaderCost cost) {
		return cluster.locator().masters();
	}

	/** Call {@code snapshot()}. */
	@Benchmark
	public MasterSnapshot snapshot(FollowedCluster cluster, ReaderCost cost) {
		return cluster.locator().snapshot();
	}

}
