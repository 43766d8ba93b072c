package io.github.mesosdiscovery.benchmarks.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.jvm.ProcessRun;

/**
 * The ways to run the command, as the README describes them.
 *
 * @param jar the sample's jar
 * @param directory where archives of classes may be put
 * @param mechanism where the masters are
 */
record CommandLines(Path jar, Path directory, String mechanism) {

	/**
	 * Return each way by what it is called.
	 */
	Map<String, List<String>> of(Jdk jdk) throws IOException, InterruptedException {
		Path extracted = this.directory.resolve("extracted-" + jdk.feature());
		ProcessRun.of(jdk.java(List.of("-Djarmode=tools", "-jar", this.jar.toString(), "extract", "--destination",
				extracted.toString())));
		Path small = extracted.resolve(this.jar.getFileName());
		Map<String, List<String>> commands = new LinkedHashMap<>();
		commands.put(jdk + ", the jar", command(jdk, this.jar));
		commands.put(jdk + ", the jar extracted", command(jdk, small));
		Path classes = extracted.resolve("classes.jsa");
		ProcessRun.of(command(jdk, small, "-XX:ArchiveClassesAtExit=" + classes));
		commands.put(jdk + ", class-data archive", command(jdk, small, "-XX:SharedArchiveFile=" + classes));
		commands.put(jdk + ", class-data archive, C1 only",
				command(jdk, small, "-XX:SharedArchiveFile=" + classes, "-XX:TieredStopAtLevel=1"));
		if (jdk.hasAotCache()) {
			Path cache = extracted.resolve("cache.aot");
			ProcessRun.of(command(jdk, small, "-XX:AOTCacheOutput=" + cache));
			commands.put(jdk + ", AOT cache", command(jdk, small, "-XX:AOTCache=" + cache));
			commands.put(jdk + ", AOT cache, C1 only",
					command(jdk, small, "-XX:AOTCache=" + cache, "-XX:TieredStopAtLevel=1"));
		}
		return commands;
	}

	private List<String> command(Jdk jdk, Path jar, String... options) {
		return jdk.java(
				Stream.concat(Stream.of(options), Stream.of("-jar", jar.toString(), "--zk", this.mechanism)).toList());
	}

}
