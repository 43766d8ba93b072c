package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * Where the main thread spends CPU time at the start of an application, with the starter
 * and without it.
 */
public final class ProfileMeasurement implements Measurement {

	/**
	 * The first version whose profiler counts CPU time, including that of native code.
	 */
	private static final int CPU_SAMPLES = 25;

	@Override
	public void run(Results results, boolean quick) throws Exception {
		List<Jdk> jdks = Jdk.all().stream().filter((jdk) -> jdk.feature() >= CPU_SAMPLES).toList();
		if (jdks.isEmpty()) {
			throw new IllegalStateException("Expected JDK " + CPU_SAMPLES + " or later but found " + Jdk.versions()
					+ "; set JAVA25_HOME or -Dbenchmarks.jdks");
		}
		try (Starts starts = new Starts()) {
			for (Jdk jdk : jdks) {
				measure(starts.of(jdk).subList(0, 2), quick ? 2 : 20, jdk, results);
			}
		}
	}

	private static void measure(List<ApplicationStart> starts, int rounds, Jdk jdk, Results results)
			throws IOException, InterruptedException {
		Series series = Series.measure(starts, rounds, StartProfile::of);
		String with = starts.get(1).name();
		Table table = Table.of("milliseconds of the main thread's CPU", Starts.WITHOUT, with,
				"difference of the means");
		Stream
			.concat(Stream.of(StartProfile.Part.values()).map(StartProfile.Part::label),
					Stream.of(StartProfile.ALL, StartProfile.LOADING))
			.forEach((part) -> table.row(part, series.mean(Starts.WITHOUT, part), series.mean(with, part),
					series.mean(with, part) - series.mean(Starts.WITHOUT, part)));
		results.text(
				rounds + " starts of each on JDK " + jdk.version() + ", in random order, with Flight Recorder; means:");
		results.table("parts-" + jdk.feature(), table);
	}

}
