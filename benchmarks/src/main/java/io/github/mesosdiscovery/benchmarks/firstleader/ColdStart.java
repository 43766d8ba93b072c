package io.github.mesosdiscovery.benchmarks.firstleader;

import java.io.IOException;
import java.util.List;

import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;
import org.slf4j.LoggerFactory;

/**
 * Finds the leader as the first thing that a JVM does.
 */
public final class ColdStart {

	private ColdStart() {
	}

	/**
	 * Find the leader, and print the nanoseconds since before the first object. Logging
	 * is set up before, as in an application.
	 */
	public static void main(String[] args) throws Exception {
		LoggerFactory.getLogger(ColdStart.class).info("Looking for the leader: {}", List.of(args));
		Seeker.Search search = Seeker.valueOf(args[0]).seek(args[1]);
		System.out.println(search.found() - search.begin());
		System.exit(0);
	}

	/** Do so in a new JVM of the same kind as this. */
	static long inNewProcess(Seeker seeker, String servers) throws IOException, InterruptedException {
		return Long.parseLong(
				ProcessRun
					.of(Jdk.running()
						.java(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"),
								ColdStart.class.getName(), seeker.name(), servers)))
					.out()
					.strip());
	}

}
