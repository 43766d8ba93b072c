package io.github.mesosdiscovery.starter;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Kotlin examples of the documentation compile without a warning. They are compiled
 * together, since starting the compiler takes most of the time.
 */
class DocumentationKotlinTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void examplesCompile() throws IOException {
		List<CodeBlock> blocks = CodeBlock.all("kotlin").toList();
		assertThat(blocks).isNotEmpty();
		for (CodeBlock block : blocks) {
			Files.writeString(this.directory.resolve(block.document().getFileName() + "-" + block.line() + ".kt"),
					block.text());
		}
		ByteArrayOutputStream messages = new ByteArrayOutputStream();
		ExitCode exitCode = new K2JVMCompiler().exec(new PrintStream(messages, true, UTF_8), "-Werror", "-no-stdlib",
				"-no-reflect", "-Xdisable-default-scripting-plugin", "-jvm-target", "17", "-classpath", classPath(),
				"-d", this.directory.resolve("classes").toString(), this.directory.toString());
		assertThat(exitCode).as(() -> messages.toString(UTF_8)).isEqualTo(ExitCode.OK);
	}

	/** The fewer jars, the less the compiler reads. */
	private static String classPath() {
		return String.join(File.pathSeparator, Stream
			.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> entry.matches(
					".*(?:mesos-discovery-autoconfigure|kotlin-stdlib|slf4j-api|spring-(?:context|core|beans)-|jspecify).*"))
			.toList());
	}

}
