package io.github.mesosdiscovery.benchmarks.jvm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ProcessRun}.
 */
class ProcessRunTests {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	@Test
	void hasWhatTheProcessWrote() throws Exception {
		ProcessRun run = ProcessRun.of(List.of(JAVA, "--version"));
		assertThat(run.out()).contains(System.getProperty("java.version"));
		assertThat(run.wall()).isPositive();
		assertThat(run.cpu()).isGreaterThanOrEqualTo(Duration.ZERO);
	}

	@Test
	void failsWithTheProcess() {
		assertThatIllegalStateException().isThrownBy(() -> ProcessRun.of(List.of(JAVA, "NoSuchClass")))
			.withMessageContaining("NoSuchClass")
			.withMessageContaining("ClassNotFoundException");
	}

}
