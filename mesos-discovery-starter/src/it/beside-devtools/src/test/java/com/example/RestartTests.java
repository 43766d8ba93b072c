package com.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Devtools do nothing in a test, so the application runs in a process of its own.
 */
class RestartTests {

	@Test
	void aRestartClosesTheLocatorAndStartsAnother(@MesosCluster TestMesosCluster cluster, @TempDir Path directory)
			throws Exception {
		String id = cluster.leader().orElseThrow().info().getId();
		Path output = directory.resolve("output");
		Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), "com.example.Application",
				"--spring.main.keep-alive=true", "--mesos.discovery.zk=" + cluster.mechanism())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			String leader = "LEADER " + id + " in RestartClassLoader";
			assertThat(told(application, output, 2)).containsExactly(leader, "READY");
			Files.setLastModifiedTime(Path.of("target/classes/com/example/Application.class"),
					FileTime.from(Instant.now()));
			assertThat(told(application, output, 6)).containsExactly(leader, "READY", leader, "BEFORE CLOSED",
					"LEFT []", "READY");
		}
		finally {
			application.destroyForcibly().waitFor();
		}
	}

	private static List<String> told(Process application, Path output, int lines) {
		await().atMost(Duration.ofSeconds(90))
			.until(() -> told(output).size() >= lines || !application.isAlive());
		assertThat(told(output)).as(() -> read(output)).hasSize(lines);
		return told(output);
	}

	private static List<String> told(Path output) {
		return read(output).lines().filter((line) -> line.matches("(LEADER|BEFORE|LEFT) .*|READY")).toList();
	}

	private static String read(Path output) {
		try {
			return Files.readString(output);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
