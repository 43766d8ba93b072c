package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What the iterations of one benchmark found, in all its forks.
 *
 * @param benchmark the name of the method
 * @param run the result
 * @param all the iterations
 */
record Iterations(String benchmark, RunResult run, List<IterationResult> all) {

	static Iterations of(RunResult run) {
		String name = run.getParams().getBenchmark();
		return new Iterations(name.substring(name.lastIndexOf('.') + 1), run,
				run.getBenchmarkResults().stream().flatMap((fork) -> fork.getIterationResults().stream()).toList());
	}

	String parameter(String name) {
		return this.run.getParams().getParam(name);
	}

	Quantiles score() {
		return each((iteration) -> iteration.getPrimaryResult().getScore());
	}

	/**
	 * Return what the whole JVM allocated for each operation.
	 */
	Quantiles allocated() {
		return secondary("gc.alloc.rate.norm");
	}

	Quantiles secondary(String name) {
		return each((iteration) -> secondary(iteration, name));
	}

	/**
	 * Return what was counted, divided by the operations.
	 */
	Quantiles perOperation(String counter) {
		return each((iteration) -> secondary(iteration, counter) / iteration.getMetadata().getAllOps());
	}

	private Quantiles each(ToDoubleFunction<IterationResult> figure) {
		return Quantiles.of(this.all.stream().mapToDouble(figure).toArray());
	}

	private static double secondary(IterationResult iteration, String name) {
		return Objects.requireNonNull(iteration.getSecondaryResults().get(name), name).getScore();
	}

}
