package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.Measurement;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.report.Table;

/**
 * Where the main thread's CPU time goes at the start of an application with the starter,
 * beside the same without it.
 */
public final class ProfileMeasurement implements Measurement {

	private static final int ROUNDS = Boolean.getBoolean("benchmarks.quick") ? 2 : 20;

	/** The first whose profiler counts CPU time, in the JVM's own code, too. */
	private static final int CPU_SAMPLES = 25;

	@Override
	public void run(Results results) throws Exception {
		List<Jdk> jdks = Jdk.all().stream().filter((jdk) -> jdk.feature() >= CPU_SAMPLES).toList();
		if (jdks.isEmpty()) {
			throw new IllegalStateException("There is no JDK " + CPU_SAMPLES + " or later among " + Jdk.versions()
					+ "; name one by JAVA25_HOME or -Dbenchmarks.jdks");
		}
		Starts.use((starts) -> {
			for (Jdk jdk : jdks) {
				measure(starts, jdk, results);
			}
		});
	}

	private static void measure(Starts starts, Jdk jdk, Results results) throws IOException, InterruptedException {
		List<ApplicationStart> compared = starts.of(jdk).subList(0, 2);
		Series series = Series.measure(compared, ROUNDS, StartProfile::of);
		String with = compared.get(1).name();
		Table table = Table.of("milliseconds of the main thread's CPU", Starts.WITHOUT, with,
				"difference of the means");
		Stream.concat(Stream.of(Part.values()).map(Part::label), Stream.of(StartProfile.ALL, StartProfile.LOADING))
			.forEach((part) -> table.row(part, series.mean(Starts.WITHOUT, part), series.mean(with, part),
					series.mean(with, part) - series.mean(Starts.WITHOUT, part)));
		results.text(
				ROUNDS + " starts of each on JDK " + jdk.version() + ", in random order, with Flight Recorder; means:");
		results.table("parts-" + jdk.feature(), table);
	}

}
