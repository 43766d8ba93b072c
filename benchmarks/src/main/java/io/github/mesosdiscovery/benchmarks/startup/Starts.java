package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.faults.MasterPath;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.test.MasterFormat;
import org.springframework.util.FileSystemUtils;

/**
 * The ways in which the application is started.
 *
 * @param classPaths with and without the starter
 * @param application the jar of the application
 * @param mechanism where there is a ZooKeeper with masters
 */
record Starts(ClassPaths classPaths, Path application, String mechanism) {

	/** What the others are compared with. */
	static final String WITHOUT = "without the starter";

	/** Nothing listens on the port of the Discard Protocol, which needs privileges. */
	private static final String NOWHERE = "zk://127.0.0.1:9/mesos";

	private static final List<String> PROPERTIES = List.of("--server.port=0",
			"--management.endpoints.web.exposure.include=health,mesos");

	/**
	 * Build the application, have three masters in a ZooKeeper, and use them.
	 */
	static void use(Use use) throws Exception {
		ClassPaths classPaths = ClassPaths.in(System.getProperty("java.class.path"));
		Path directory = Files.createTempDirectory("benchmark-startup");
		try (ZooKeeperProcess zooKeeper = ZooKeeperProcess.start("3.9.5", "-Xmx512m");
				MasterPath masters = new MasterPath(zooKeeper.connectString(), "/mesos")) {
			masters.create();
			List.of(5050, 5051, 5052).forEach((port) -> masters.register(MasterFormat.JSON, port));
			Path application = ApplicationJar.write(directory.resolve("application.jar"));
			use.of(new Starts(classPaths, application, masters.mechanism()));
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	List<ApplicationStart> of(Jdk jdk) {
		String with = this.classPaths.withStarter(this.application);
		return List.of(start(WITHOUT, jdk, this.classPaths.withoutStarter(this.application)),
				start("with it", jdk, with, "--mesos.discovery.zk=" + this.mechanism).with("-Dbenchmarks.leader=true"),
				start("with it, no ZooKeeper there", jdk, with, "--mesos.discovery.zk=" + NOWHERE),
				start("with it, disabled", jdk, with, "--mesos.discovery.enabled=false"));
	}

	/**
	 * The same with an AOT cache for each of the two class paths.
	 */
	List<ApplicationStart> trained(Jdk jdk) throws IOException, InterruptedException {
		List<ApplicationStart> starts = of(jdk);
		Path without = this.application.resolveSibling("without.aot");
		Path with = this.application.resolveSibling("with.aot");
		starts.get(0).with("-XX:AOTCacheOutput=" + without).run();
		starts.get(1).with("-XX:AOTCacheOutput=" + with).run();
		return starts.stream()
			.map((start) -> start.with("-XX:AOTCache=" + (start.name().equals(WITHOUT) ? without : with)))
			.toList();
	}

	private static ApplicationStart start(String name, Jdk jdk, String classPath, String... properties) {
		return new ApplicationStart(name, jdk, List.of("-Xmx256m", "-cp", classPath),
				Stream.concat(PROPERTIES.stream(), Stream.of(properties)).toList());
	}

	/** What is measured. */
	interface Use {

		void of(Starts starts) throws Exception;

	}

}
