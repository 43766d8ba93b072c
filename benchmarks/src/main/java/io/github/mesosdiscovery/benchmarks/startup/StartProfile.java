package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * CPU time of the main thread in each {@link Part} of a start, from samples of Flight
 * Recorder.
 */
final class StartProfile {

	/** The share of class loading in all parts. */
	static final String LOADING = "loading of classes, in all of these";

	/** The sum of all parts. */
	static final String ALL = "all";

	private static final String SAMPLE = "jdk.CPUTimeSample";

	private static final double MILLISECOND = 1e6;

	private StartProfile() {
	}

	/** Start the application with the profiler. */
	static Map<String, Double> of(ApplicationStart start) throws IOException, InterruptedException {
		Path file = Files.createTempFile("benchmark-start", ".jfr");
		try {
			start
				.with("-XX:StartFlightRecording:filename=" + file + ",settings=none,+" + SAMPLE + "#enabled=true,+"
						+ SAMPLE + "#throttle=1ms")
				// By default the bottom of deep stacks is missing.
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

	/**
	 * The parts of a start. A sample belongs to the first part that a class on its stack
	 * matches.
	 */
	enum Part {

		/** Without the benchmark's own application, which is on every stack. */
		LIBRARY("the library, and what it calls",
				(name) -> (name.startsWith("io.github.mesosdiscovery.")
						&& !name.startsWith("io.github.mesosdiscovery.benchmarks."))
						|| name.startsWith("org.apache.curator.") || name.startsWith("org.apache.zookeeper.")),

		BINDING("binding of properties", (name) -> name.startsWith("org.springframework.boot.context.properties.")),

		ENDPOINTS("endpoints", (name) -> name.startsWith("org.springframework.boot.actuate.endpoint.")),

		CONFIGURATION("configuration classes and their conditions",
				(name) -> name.equals("org.springframework.context.annotation.ConfigurationClassPostProcessor")),

		BEANS("other beans", (name) -> name.startsWith("org.springframework.beans.factory.")),

		/** Samples that belong to no other part. */
		REST("the rest", (name) -> false);

		private final String label;

		private final Predicate<String> isOf;

		Part(String label, Predicate<String> isOf) {
			this.label = label;
			this.isOf = isOf;
		}

		/** Return the part of a sample. */
		static Part of(List<String> classes) {
			for (Part part : values()) {
				if (classes.stream().anyMatch(part.isOf)) {
					return part;
				}
			}
			return REST;
		}

		String label() {
			return this.label;
		}

	}

}
