package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import org.openjdk.jmh.results.RunResult;

/**
 * What it costs to ask a locator.
 */
final class ReadReport {

	private ReadReport() {
	}

	static void write(List<RunResult> runs, Results results) {
		Table table = Table.of("call", "reading threads", "changes of the leader/s", "ns/call, median",
				"ns/call, worst iteration", "million calls/s", "B/call of the readers", "B/call of the JVM");
		for (RunResult run : runs) {
			Iterations iterations = Iterations.of(run);
			double seconds = run.getParams().getMeasurement().getTime().convertTo(TimeUnit.MILLISECONDS) / 1_000.0;
			table.row(iterations.benchmark() + "()", run.getParams().getThreads(),
					Math.round(iterations.secondary("changes").median() / seconds),
					iterations.perOperation("nanos").median(), iterations.perOperation("nanos").at(1),
					Math.round(iterations.score().median() * 1_000), iterations.perOperation("bytes").median(),
					iterations.allocated().median());
		}
		results.text("Reading from a locator that follows three masters in a ZooKeeper in the same JVM. The time of a "
				+ "call is the time that the reading threads had a processor, divided by their calls: eight threads "
				+ "that share two processors wait for each other, and that is no cost of the call. The calls per second "
				+ "are those of all threads together. The bytes of the readers are counted for their threads alone, those "
				+ "of the JVM hold what ZooKeeper, the locator and the changing masters allocate meanwhile.");
		results.table("reads", table);
	}

}
