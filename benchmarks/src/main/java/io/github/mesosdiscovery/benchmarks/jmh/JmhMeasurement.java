package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.zookeeper.TransitionBenchmark;
import org.openjdk.jmh.results.RunResult;

/**
 * What takes less than a millisecond, measured with JMH.
 */
public final class JmhMeasurement implements Measurement {

	private static final List<Integer> THREADS = List.of(1, 2, 8);

	@Override
	public void run(Results results) throws Exception {
		JmhRuns runs = new JmhRuns(Boolean.getBoolean("benchmarks.quick"));
		List<RunResult> reads = new ArrayList<>();
		for (int threads : THREADS) {
			reads.addAll(runs.run(ReadBenchmark.class, threads, 2));
		}
		ReadReport.write(reads, results);
		DecoderReport.write(runs.run(DecoderBenchmark.class, 1, 5), results);
		TransitionReport.write(runs.run(TransitionBenchmark.class, 1, 5), results);
		results.raw("raw.json", runs.json());
	}

}
