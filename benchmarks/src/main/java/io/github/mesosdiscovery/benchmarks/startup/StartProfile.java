package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * The CPU time that the main thread of an application spends in each {@link Part} of its
 * start, by the samples of Flight Recorder.
 */
final class StartProfile {

	/** Of all parts, what goes into the loading of classes. */
	static final String LOADING = "loading of classes, in all of these";

	/** What all parts are together. */
	static final String ALL = "all";

	private static final String SAMPLE = "jdk.CPUTimeSample";

	private static final double MILLISECOND = 1e6;

	private StartProfile() {
	}

	/**
	 * Start an application with the profiler.
	 * @return milliseconds of each part, by its label
	 */
	static Map<String, Double> of(ApplicationStart start) throws IOException, InterruptedException {
		Path file = Files.createTempFile("benchmark-start", ".jfr");
		try {
			start
				.with("-XX:StartFlightRecording:filename=" + file + ",settings=none,+" + SAMPLE + "#enabled=true,+"
						+ SAMPLE + "#throttle=1ms")
				// Else the bottom of a stack is cut off, which tells where it belongs.
				.with("-XX:FlightRecorderOptions:stackdepth=512")
				.run();
			return read(file);
		}
		finally {
			Files.delete(file);
		}
	}

	private static Map<String, Double> read(Path file) throws IOException {
		Map<String, Double> times = new HashMap<>();
		for (Part part : Part.values()) {
			times.put(part.label(), 0.0);
		}
		try (RecordingFile recording = new RecordingFile(file)) {
			while (recording.hasMoreEvents()) {
				RecordedEvent event = recording.readEvent();
				if (event.getEventType().getName().equals(SAMPLE) && event.getThread("eventThread") != null
						&& event.getThread("eventThread").getJavaName().equals("main")) {
					add(event, times);
				}
			}
		}
		return times;
	}

	private static void add(RecordedEvent sample, Map<String, Double> times) {
		double time = sample.getDuration("samplingPeriod").toNanos() / MILLISECOND;
		RecordedStackTrace stack = sample.getStackTrace();
		List<String> classes = (stack == null) ? List.of()
				: stack.getFrames().stream().map((frame) -> frame.getMethod().getType().getName()).toList();
		times.merge(Part.of(classes).label(), time, Double::sum);
		times.merge(ALL, time, Double::sum);
		if (classes.contains("java.lang.ClassLoader")) {
			times.merge(LOADING, time, Double::sum);
		}
	}

}
