package io.github.mesosdiscovery.benchmarks.firstleader;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.LoggerFactory;

/**
 * Looks for the leader as the first thing that a JVM does.
 */
public final class ColdStart {

	private ColdStart() {
	}

	/**
	 * Look for the leader, and print the nanoseconds from the first object on. The log is
	 * there before, as in an application.
	 * @param args who looks, where the servers are, and the path
	 * @throws Exception if it is not found
	 */
	public static void main(String[] args) throws Exception {
		LoggerFactory.getLogger(ColdStart.class).info("Looking for the leader: {}", List.of(args));
		Seeker.Search search = Seeker.valueOf(args[0]).seek(args[1], args[2]);
		System.out.println(search.found() - search.begin());
		System.exit(0);
	}

	/**
	 * Do so in a new JVM of the same kind as this.
	 */
	static long inNewProcess(Seeker seeker, String servers, String path) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-cp", System.getProperty("java.class.path"), ColdStart.class.getName(), seeker.name(),
				servers, path)
			.redirectError(new File("target/benchmarks.log"))
			.start();
		try {
			// The child gives up by itself.
			String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor(10, TimeUnit.SECONDS);
			return Long.parseLong(answer.strip());
		}
		finally {
			process.destroyForcibly();
		}
	}

}
