package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that exists from {@link #create()} to {@link #delete()}.
 */
final class TemporaryDirectory {

	/** With the id of this process, so that a directory tells whose it is. */
	static final String PREFIX = "test-mesos-cluster-" + ProcessHandle.current().pid() + "-";

	private final Path path;

	private TemporaryDirectory(Path path) {
		this.path = path;
	}

	static TemporaryDirectory create() {
		try {
			return new TemporaryDirectory(Files.createTempDirectory(PREFIX));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path path() {
		return this.path;
	}

	void empty() {
		delete(this.path, false);
	}

	void delete() {
		delete(this.path, true);
	}

	private static void delete(Path root, boolean rootToo) {
		if (!Files.exists(root)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(root)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				if (rootToo || !path.equals(root)) {
					Files.deleteIfExists(path);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
