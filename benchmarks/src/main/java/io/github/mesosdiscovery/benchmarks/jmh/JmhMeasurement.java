package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.test.MasterFormat;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Reading from a locator, and decoding znodes.
 */
public final class JmhMeasurement implements Measurement {

	private static final List<Integer> THREADS = List.of(1, 2, 8);

	@Override
	public void run(Results results, boolean quick) throws Exception {
		List<RunResult> reads = new ArrayList<>();
		for (int threads : THREADS) {
			reads.addAll(run(ReadBenchmark.class, threads, 2, quick));
		}
		reportReads(reads, results);
		reportDecoders(run(DecoderBenchmark.class, 1, 5, quick), results);
	}

	/** Run all benchmarks of a class, each in JVMs of its own. */
	private static Collection<RunResult> run(Class<?> benchmark, int threads, int warmups, boolean quick)
			throws RunnerException {
		TimeValue iteration = TimeValue.milliseconds(quick ? 200 : 1_000);
		Options options = new OptionsBuilder().include(Pattern.quote(benchmark.getName() + "."))
			.threads(threads)
			.forks(quick ? 1 : 2)
			.warmupIterations(quick ? 1 : warmups)
			.warmupTime(iteration)
			.measurementIterations(quick ? 2 : 5)
			.measurementTime(iteration)
			// Threads that wait for each other would go on calling, which costs more.
			.syncIterations(false)
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true)
			.build();
		return new Runner(options).run();
	}

	private static void reportReads(List<RunResult> runs, Results results) {
		Table table = Table.of("call", "reading threads", "changes of the leader/s", "ns/call, median",
				"ns/call, worst iteration", "million calls/s", "B/call of the readers", "B/call of the JVM");
		for (RunResult run : runs) {
			Iterations iterations = new Iterations(run);
			double seconds = run.getParams().getMeasurement().getTime().convertTo(TimeUnit.MILLISECONDS) / 1_000.0;
			table.row(iterations.method() + "()", run.getParams().getThreads(),
					Math.round(iterations.counted("changes").median() / seconds),
					iterations.countedPerOperation("nanos").median(), iterations.countedPerOperation("nanos").at(100),
					Math.round(iterations.score().median() * 1_000), iterations.countedPerOperation("bytes").median(),
					iterations.allocated().median());
		}
		results.text("Reading from a locator that follows three masters. The time of a call is the CPU time of the "
				+ "reading threads, divided by their calls: eight threads on two processors wait for each other, which is "
				+ "no cost of the call. The calls per second are those of all threads together. The bytes of the readers "
				+ "are those of their threads alone; those of the JVM include what the locator and the changing masters "
				+ "allocate meanwhile.");
		results.table("reads", table);
	}

	private static void reportDecoders(Collection<RunResult> runs, Results results) {
		Table table = Table.of("format", "bytes of data", "µs, median", "µs, worst iteration", "B allocated");
		for (RunResult run : runs) {
			Iterations iterations = new Iterations(run);
			MasterFormat format = MasterFormat.valueOf(run.getParams().getParam("format"));
			table.row(format, DecoderBenchmark.data(format).length, iterations.score().median() / 1_000,
					iterations.score().at(100) / 1_000, Math.round(iterations.allocated().median()));
		}
		results.text("From the bytes of a znode to a MesosMaster: checked, decoded, its URI built.");
		results.table("decoders", table);
	}

	/**
	 * The iterations of one benchmark in all forks.
	 *
	 * @param run their result
	 */
	private record Iterations(RunResult run) {

		/** Return the name of the benchmark method. */
		String method() {
			String name = this.run.getParams().getBenchmark();
			return name.substring(name.lastIndexOf('.') + 1);
		}

		Quantiles score() {
			return each((iteration) -> iteration.getPrimaryResult().getScore());
		}

		/** Return the bytes that the whole JVM has allocated for each operation. */
		Quantiles allocated() {
			return counted("gc.alloc.rate.norm");
		}

		Quantiles counted(String counter) {
			return each((iteration) -> counted(iteration, counter));
		}

		Quantiles countedPerOperation(String counter) {
			return each((iteration) -> counted(iteration, counter) / iteration.getMetadata().getAllOps());
		}

		private Quantiles each(ToDoubleFunction<IterationResult> figure) {
			return Quantiles.of(this.run.getBenchmarkResults()
				.stream()
				.flatMap((fork) -> fork.getIterationResults().stream())
				.mapToDouble(figure)
				.toArray());
		}

		private static double counted(IterationResult iteration, String counter) {
			return Objects.requireNonNull(iteration.getSecondaryResults().get(counter), counter).getScore();
		}

	}

}
