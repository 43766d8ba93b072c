package io.github.mesosdiscovery.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor;
import io.github.mesosdiscovery.autoconfigure.http.MesosHttpProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that all beans can be made ahead of time, and that an application runs by what
 * was generated for it.
 */
@Timeout(120)
class AheadOfTimeTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void process() {
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(AheadOfTimeMain.class)),
				new FileSystemGeneratedFiles((kind) -> this.directory), this.hints);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new SimpleCommandLinePropertySource(AheadOfTimeMain.PROPERTIES));
			context.register(AheadOfTimeMain.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			// A locator runs once it is created.
			assertThat(context.getBeanFactory().getSingletonNames()).doesNotContain("mesosMasterLocator",
					"mesosMasterLocator-east");
		}
		generation.writeGeneratedContent();
	}

	@Test
	void springKnowsOfPropertiesAndAnswers() {
		ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();
		for (Class<?> properties : new Class<?>[] { MesosDiscoveryProperties.class,
				MesosDiscoveryProperties.Cluster.class, MesosDiscoveryProperties.ZooKeeper.class,
				MesosDiscoveryProperties.Ssl.class, MesosHttpProperties.class }) {
			assertThat(reflection.onConstructorInvocation(properties.getDeclaredConstructors()[0])).accepts(this.hints);
		}
		assertThat(reflection.onMethodInvocation(MesosDescriptor.class, "leader")).accepts(this.hints);
		assertThat(reflection.onMethodInvocation(MesosDescriptor.ChangeDescriptor.class, "reason")).accepts(this.hints);
	}

	@Test
	void applicationRunsFromGeneratedCode() throws Exception {
		compile();
		Path output = this.directory.resolve("output.txt");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true", "-cp", classPath(),
				AheadOfTimeMain.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
			assertThat(Files.readString(output)).contains("Starting AOT-processed AheadOfTimeMain", "leader true",
					"endpoint true", "health default UP", "health east UP", "clients true",
					"qualified ZooKeeperMasterLocator[mesos-discovery-east", "east 5051", "group ");
			assertThat(process.exitValue()).isZero();
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private void compile() throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-proc:none", "-nowarn", "-cp", classPath(), "-d", this.directory.toString()));
		try (Stream<Path> files = Files.walk(this.directory)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
	}

	private String classPath() {
		return this.directory + File.pathSeparator + System.getProperty("java.class.path");
	}

}
