package io.github.mesosdiscovery.benchmarks.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ClassPaths}.
 */
class ClassPathsTests {

	private static final List<String> GRAPH = """
			1 a:benchmarks:jar:1
			2 org.springframework.boot:spring-boot-starter-webmvc:jar:1:compile
			3 a:spring-core:jar:1:compile (version managed from 0.9)
			4 io.github.mesosdiscovery:mesos-discovery-starter:jar:1:compile
			5 (a:spring-core:jar:1:compile - version managed from 0.9; omitted for duplicate)
			6 a:zookeeper:jar:1:runtime
			7 a:testing:jar:1:test
			8 org.springframework.boot:spring-boot-starter-actuator:jar:1:compile
			#
			1 2 compile
			2 3 compile
			1 4 compile
			4 5 compile
			4 6 runtime
			4 8 compile
			1 7 test
			""".lines().toList();

	private static final String[] APPLICATION = { "spring-boot-starter-webmvc-1.jar",
			"spring-boot-starter-actuator-1.jar", "spring-core-7.0.1.jar" };

	@Test
	void separateWhatTheStarterAdds() {
		ClassPaths found = ClassPaths.of(GRAPH, classPath("testing-1.jar", "zookeeper-1.jar", "zookeeper-1-tests.jar",
				"mesos-discovery-starter-1.jar", APPLICATION[0], APPLICATION[1], APPLICATION[2]));
		assertThat(found.application()).extracting((jar) -> jar.getFileName().toString())
			.containsExactlyInAnyOrder(APPLICATION);
		assertThat(found.withStarter(Path.of("application.jar")))
			.isEqualTo(found.withoutStarter(Path.of("application.jar")) + File.pathSeparator
					+ classPath("mesos-discovery-starter-1.jar", "zookeeper-1.jar"));
	}

	@Test
	void needAllJars() {
		assertThatIllegalStateException().isThrownBy(() -> ClassPaths.of(GRAPH, classPath(APPLICATION)))
			.withMessageContaining("mesos-discovery-starter");
	}

	private static String classPath(String... jars) {
		return Stream.of(jars)
			.map((name) -> Path.of("lib", name).toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

}
