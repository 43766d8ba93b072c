package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import io.github.mesosdiscovery.benchmarks.startup.application.StartupApplication;

/**
 * Puts the application into a jar of its own: it must not come with all that these
 * benchmarks have, and an archive of classes takes no directory on the class path.
 */
final class ApplicationJar {

	private static final List<String> CLASSES = List.of("StartupApplication.class", "StartupFigures.class");

	private ApplicationJar() {
	}

	static Path write(Path jar) throws IOException {
		String directory = StartupApplication.class.getPackageName().replace('.', '/') + "/";
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			for (String name : CLASSES) {
				out.putNextEntry(new JarEntry(directory + name));
				try (InputStream content = StartupApplication.class.getResourceAsStream(name)) {
					if (content == null) {
						throw new IOException("No " + name);
					}
					content.transferTo(out);
				}
			}
		}
		return jar;
	}

}
