package io.github.mesosdiscovery.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows the README's instructions for a cache of the command's classes.
 */
@Timeout(90)
@MesosCluster
@DisabledOnOs(OS.WINDOWS)
class ClassCacheIT {

	private static final String LOADED = "io.github.mesosdiscovery.sample.command.LeaderCommand source: ";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void isCreatedAndUsedByAScript(TestMesosCluster cluster) throws Exception {
		assertThat(follow(Recipe.with("#!/bin/sh"), cluster)).isEqualTo(2);
		assertThat(lastSource()).isEqualTo("shared objects file (top)");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_25)
	void isCreatedAsAnAotCache(TestMesosCluster cluster) throws Exception {
		assertThat(follow(Recipe.with("#!/bin/sh").then(Recipe.with("AOTCacheOutput")), cluster)).isEqualTo(4);
		assertThat(lastSource()).isEqualTo("shared objects file");
	}

	/**
	 * Return how often the leader was printed.
	 */
	private int follow(Recipe recipe, TestMesosCluster cluster) throws IOException, InterruptedException {
		String out = recipe
			.replace("sample-app/target/mesos-discovery-sample-app.jar",
					Objects.requireNonNull(System.getProperty("sample.jar")))
			.replace("zk://localhost:2181/mesos", cluster.mechanism())
			.follow(this.directory, "-Xlog:class+load:file=" + this.directory.resolve("loaded-%p.log"));
		return out.split("\"pid\": \"" + cluster.leader().orElseThrow().info().getPid() + "\"", -1).length - 1;
	}

	/**
	 * Return where the last process has loaded the command from.
	 */
	private String lastSource() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			Path log = files.filter((file) -> file.getFileName().toString().startsWith("loaded-"))
				.max(Comparator.comparingLong((file) -> file.toFile().lastModified()))
				.orElseThrow();
			String line = Files.readAllLines(log)
				.stream()
				.filter((text) -> text.contains(LOADED))
				.findAny()
				.orElseThrow();
			return line.substring(line.indexOf(LOADED) + LOADED.length());
		}
	}

}
