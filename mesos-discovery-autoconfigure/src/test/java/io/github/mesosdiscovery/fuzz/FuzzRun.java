package io.github.mesosdiscovery.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.mesosdiscovery.SafeText;
import io.github.mesosdiscovery.codec.DecoderRules;
import io.github.mesosdiscovery.http.RecordIORules;
import io.github.mesosdiscovery.url.MasterUrlRules;
import io.github.mesosdiscovery.zookeeper.ElectionRules;

/**
 * Runs Jazzer on one target, beginning with the kept seeds, and writes down the fewest
 * inputs that cover as much as all that it found.
 */
final class FuzzRun {

	/** What is ours and what parses for us; all else only costs time. */
	private static final String INSTRUMENTED = "io.github.mesosdiscovery.**:tools.jackson.core.**"
			+ ":com.google.protobuf.CodedInputStream*:com.google.protobuf.UnknownFieldSet*";

	private static final String NOT_INSTRUMENTED = Stream
		.of(SafeText.class, DecoderRules.class, ElectionRules.class, MasterUrlRules.class, RecordIORules.class,
				FuzzTarget.class)
		.map(Class::getName)
		.collect(Collectors.joining(":"));

	/** The file that a mechanism names is its user's choice. */
	private static final String NO_HOOKS = "com.code_intelligence.jazzer.sanitizers.FilePathTraversal";

	private final FuzzTarget target;

	private final Path directory;

	private final Path corpus;

	private FuzzRun(FuzzTarget target, Path directory) {
		this.target = target;
		this.directory = directory.resolve(target.id());
		this.corpus = this.directory.resolve("corpus");
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		new FuzzRun(FuzzTarget.of(args[0]), Path.of(args[2])).run(Long.parseLong(args[1]));
	}

	private void run(long inputs) throws IOException, InterruptedException {
		SeedCorpus.unpack(SeedCorpus.read(this.target), this.corpus);
		jazzer("-runs=" + inputs, "-timeout=60", "-max_len=2048", "-print_final_stats=1", this.corpus.toString());
		Path smallest = this.directory.resolve("smallest");
		Files.createDirectories(smallest);
		jazzer("-merge=1", "-set_cover_merge=1", smallest.toString(), this.corpus.toString());
		Path file = this.directory.resolve(this.target.id() + ".txt");
		System.out.println(SeedCorpus.pack(smallest, file) + " seeds in " + file);
	}

	private void jazzer(String... args) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx512m", "-XX:MaxJavaStackTraceDepth=32", "-cp", System.getProperty("java.class.path"),
				"com.code_intelligence.jazzer.Jazzer", "--target_class=" + FuzzEntry.class.getName(),
				"--target_args=" + this.target.id(), "--instrumentation_includes=" + INSTRUMENTED,
				"--instrumentation_excludes=" + NOT_INSTRUMENTED, "--disabled_hooks=" + NO_HOOKS,
				"--reproducer_path=" + this.directory, "-artifact_prefix=" + this.directory + "/"));
		command.addAll(List.of(args));
		int status = new ProcessBuilder(command).inheritIO().start().waitFor();
		if (status != 0) {
			throw new IllegalStateException(
					"Jazzer ended with " + status + "; what it found lies in " + this.directory);
		}
	}

}
