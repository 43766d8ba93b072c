package io.github.mesosdiscovery.benchmarks.jmh;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs benchmarks in JVMs of their own, with the profiler of allocations, and keeps all
 * results.
 */
final class JmhRuns {

	private final boolean quick;

	private final List<RunResult> results = new ArrayList<>();

	JmhRuns(boolean quick) {
		this.quick = quick;
	}

	/**
	 * Run all benchmarks of a class.
	 * @param warmups the seconds after which the compilers are done with it
	 */
	List<RunResult> run(Class<?> benchmark, int threads, int warmups) throws RunnerException {
		TimeValue iteration = TimeValue.milliseconds(this.quick ? 200 : 1_000);
		ChainedOptionsBuilder options = new OptionsBuilder().include(Pattern.quote(benchmark.getName() + "."))
			.threads(threads)
			.forks(this.quick ? 1 : 2)
			.warmupIterations(this.quick ? 1 : warmups)
			.warmupTime(iteration)
			.measurementIterations(this.quick ? 2 : 5)
			.measurementTime(iteration)
			// The threads would call on while they wait for each other, and that costs
			// more.
			.syncIterations(false)
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true);
		Collection<RunResult> run = new Runner(options.build()).run();
		this.results.addAll(run);
		return List.copyOf(run);
	}

	/**
	 * Return all results in the JSON of JMH.
	 */
	String json() {
		ByteArrayOutputStream json = new ByteArrayOutputStream();
		PrintStream out = new PrintStream(json, true, StandardCharsets.UTF_8);
		ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(this.results);
		return json.toString(StandardCharsets.UTF_8);
	}

}
