package io.github.mesosdiscovery.benchmarks.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Jdk}.
 */
class JdkTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void takesTheVersionFromTheRelease() throws Exception {
		Jdk jdk = jdk("17.0.15");
		assertThat(jdk.version()).isEqualTo("17.0.15");
		assertThat(jdk.feature()).isEqualTo(17);
		assertThat(jdk.hasAotCache()).isFalse();
		assertThat(jdk).hasToString("JDK 17");
	}

	@Test
	void takesAVersionWithoutAnUpdate() throws Exception {
		assertThat(jdk("25").feature()).isEqualTo(25);
		assertThat(jdk("25").hasAotCache()).isTrue();
	}

	@Test
	void isTheRunningOneAndThoseOfTheEnvironment() {
		assertThat(Jdk.found(Map.of("JAVA25_HOME", "/jdk-25", "JAVA_HOME", "/jdk", "JAVA_OPTS", "-ea")))
			.containsExactly(System.getProperty("java.home"), "/jdk-25");
	}

	@Test
	void runsItsOwnJava() throws Exception {
		assertThat(jdk("25").java(List.of("-version")))
			.containsExactly(this.directory.resolve("bin").resolve("java").toString(), "-version");
	}

	private Jdk jdk(String version) throws Exception {
		Files.writeString(this.directory.resolve("release"),
				"IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
		return Jdk.of(this.directory);
	}

}
