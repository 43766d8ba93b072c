package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.List;

import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;
import io.github.mesosdiscovery.test.MasterFormat;
import org.openjdk.jmh.results.RunResult;

/**
 * What it costs to decode a znode.
 */
final class DecoderReport {

	private DecoderReport() {
	}

	static void write(List<RunResult> runs, Results results) {
		Table table = Table.of("format", "bytes of data", "µs, median", "µs, worst iteration", "B allocated");
		for (RunResult run : runs) {
			Iterations iterations = Iterations.of(run);
			MasterFormat format = MasterFormat.valueOf(iterations.parameter("format"));
			table.row(format, format.encode(PublishedMaster.info()).length, iterations.score().median() / 1_000,
					iterations.score().at(1) / 1_000, Math.round(iterations.allocated().median()));
		}
		results.text("From the bytes of a znode to a MesosMaster: checked, decoded, its URI built.");
		results.table("decoders", table);
	}

}
