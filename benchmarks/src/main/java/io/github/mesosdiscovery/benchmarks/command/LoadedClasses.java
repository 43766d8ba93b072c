package io.github.mesosdiscovery.benchmarks.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;

/**
 * The classes that one run of a Java command loads, which is most of what it does.
 *
 * @param all how many there are
 * @param parsed how many of them come from jars and are made at run time, and not from an
 * archive
 */
record LoadedClasses(long all, long parsed) {

	private static final String SOURCE = " source: ";

	static LoadedClasses of(List<String> java) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(java);
		command.add(1, "-Xlog:class+load");
		List<String> loaded = ProcessRun.of(command).out().lines().filter((line) -> line.contains(SOURCE)).toList();
		return new LoadedClasses(loaded.size(),
				loaded.stream().filter((line) -> !line.contains(SOURCE + "shared objects file")).count());
	}

}
