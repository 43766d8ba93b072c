package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.mesosdiscovery.LiveThreads;

/**
 * The resources of this process.
 */
public final class Resources {

	private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

	private Resources() {
	}

	/** Return whether sockets can be counted on this system. */
	public static boolean canCountSockets() {
		return Files.isDirectory(DESCRIPTORS);
	}

	/** Count the live threads of locators by their name. */
	public static long threads(String locators) {
		return LiveThreads.named((name) -> name.startsWith(locators)).size();
	}

	/** Count the open sockets. */
	public static long sockets() {
		try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
			return descriptors.filter(Resources::isSocket).count();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Return the bytes that are reachable. */
	public static long heap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static boolean isSocket(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
		}
		catch (IOException ex) {
			// Closed in the meantime.
			return false;
		}
	}

}
