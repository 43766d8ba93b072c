package io.github.mesosdiscovery.benchmarks.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;

/**
 * A script on the Python client of ZooKeeper that does what the original command did.
 */
final class Kazoo {

	private static final String SCRIPT = "leader.py";

	/** Where Debian's package is found, should another Python come first on the path. */
	private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

	private Kazoo() {
	}

	/**
	 * Return a command that asks for the leader.
	 * @param directory where the script may be put
	 * @param servers where the servers are
	 * @param path the path of the masters
	 * @return the command, or empty where there is no kazoo
	 */
	static Optional<List<String>> command(Path directory, String servers, String path)
			throws IOException, InterruptedException {
		String given = System.getProperty("benchmarks.python", "");
		for (String python : given.isEmpty() ? PYTHONS : List.of(given)) {
			if (hasKazoo(python)) {
				return Optional.of(List.of(python, copy(directory).toString(), servers, path));
			}
		}
		return Optional.empty();
	}

	private static boolean hasKazoo(String python) throws InterruptedException {
		try {
			ProcessRun.of(List.of(python, "-c", "import kazoo"));
			return true;
		}
		catch (IOException | IllegalStateException ex) {
			return false;
		}
	}

	private static Path copy(Path directory) throws IOException {
		Path script = directory.resolve(SCRIPT);
		try (InputStream in = Kazoo.class.getResourceAsStream(SCRIPT)) {
			if (in == null) {
				throw new IOException("No " + SCRIPT);
			}
			Files.copy(in, script);
		}
		return script;
	}

}
