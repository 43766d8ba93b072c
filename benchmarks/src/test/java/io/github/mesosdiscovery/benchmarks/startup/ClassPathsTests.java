package io.github.mesosdiscovery.benchmarks.startup;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ClassPaths} with the class path of the benchmarks.
 */
class ClassPathsTests {

	private static final List<String> STARTER = List.of("mesos-discovery-starter-0.1.0-SNAPSHOT.jar",
			"mesos-discovery-autoconfigure-0.1.0-SNAPSHOT.jar", "mesos-discovery-proto-0.1.0-SNAPSHOT.jar",
			"curator-framework-5.9.0.jar", "curator-client-5.9.0.jar", "zookeeper-3.9.5.jar",
			"zookeeper-jute-3.9.5.jar", "audience-annotations-0.12.0.jar", "commons-io-2.17.0.jar",
			"protobuf-java-4.36.2.jar", "netty-handler-4.2.19.Final.jar", "netty-resolver-4.2.19.Final.jar",
			"netty-codec-base-4.2.19.Final.jar", "netty-common-4.2.19.Final.jar", "netty-buffer-4.2.19.Final.jar",
			"netty-transport-4.2.19.Final.jar", "netty-transport-native-unix-common-4.2.19.Final.jar",
			"netty-transport-classes-epoll-4.2.19.Final.jar");

	private static final List<String> APPLICATION = List.of("spring-core-7.0.10.jar", "tomcat-embed-core-11.0.27.jar",
			"jackson-core-3.1.7.jar", "slf4j-api-2.0.20.jar");

	private static final List<String> OTHERS = List.of("mesos-discovery-test-0.1.0-SNAPSHOT.jar",
			"mesos-discovery-autoconfigure-0.1.0-SNAPSHOT-tests.jar", "curator-recipes-5.9.0.jar", "jmh-core-1.37.jar");

	@Test
	void tellApart() {
		ClassPaths found = ClassPaths.in(classPath(Stream.of(OTHERS, STARTER, APPLICATION)));
		Path application = Path.of("application.jar");
		assertThat(found.withoutStarter(application))
			.isEqualTo("application.jar" + File.pathSeparator + classPath(Stream.of(APPLICATION)));
		assertThat(found.withStarter(application))
			.isEqualTo("application.jar" + File.pathSeparator + classPath(Stream.of(APPLICATION, STARTER)));
	}

	@Test
	void needTheWholeStarter() {
		List<String> part = STARTER.subList(1, STARTER.size());
		assertThatIllegalStateException().isThrownBy(() -> ClassPaths.in(classPath(Stream.of(part, APPLICATION))))
			.withMessageContaining("mesos-discovery-starter");
	}

	private static String classPath(Stream<List<String>> jars) {
		return jars.flatMap(List::stream)
			.map((name) -> Path.of("lib", name).toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

}
