package io.github.mesosdiscovery.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.benchmarks.cluster.Servers;
import io.github.mesosdiscovery.benchmarks.jvm.ClassPaths;
import io.github.mesosdiscovery.benchmarks.jvm.Jdk;
import io.github.mesosdiscovery.benchmarks.startup.application.StartupApplication;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import org.springframework.util.FileSystemUtils;

/**
 * The ways to start the application, while three masters are registered in a ZooKeeper.
 */
final class Starts implements AutoCloseable {

	/** The others are compared with it. */
	static final String WITHOUT = "without the starter";

	/** Nothing listens on the port of the Discard Protocol, which needs privileges. */
	private static final String NOWHERE = "zk://127.0.0.1:9/mesos";

	private static final List<String> PROPERTIES = List.of("--server.port=0",
			"--management.endpoints.web.exposure.include=health,mesos");

	/** All classes of the application. */
	private static final List<String> CLASSES = List.of("StartupApplication.class", "StartupFigures.class");

	private final ClassPaths classPaths = ClassPaths.find();

	private final Path directory = Files.createTempDirectory("benchmark-startup");

	private final Path application = this.directory.resolve("application.jar");

	private final ZooKeeperProcess zooKeeper;

	private final Masters masters;

	Starts() throws Exception {
		writeApplication();
		this.zooKeeper = Servers.start(ZooKeeperVersions.NEWEST);
		this.masters = new Masters(this.zooKeeper.connectString());
	}

	/**
	 * Without other classes of this module. A jar, because the JVM's archives of classes
	 * do not accept directories on the class path.
	 */
	private void writeApplication() throws IOException {
		String folder = StartupApplication.class.getPackageName().replace('.', '/') + "/";
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(this.application))) {
			for (String name : CLASSES) {
				out.putNextEntry(new JarEntry(folder + name));
				try (InputStream content = StartupApplication.class.getResourceAsStream(name)) {
					if (content == null) {
						throw new IOException("No " + name);
					}
					content.transferTo(out);
				}
			}
		}
	}

	/** Return how many jars the starter adds. */
	int addedJars() {
		return this.classPaths.added().size();
	}

	List<ApplicationStart> of(Jdk jdk) {
		String with = this.classPaths.withStarter(this.application);
		return List.of(start(WITHOUT, jdk, this.classPaths.withoutStarter(this.application)),
				start("with it", jdk, with, "--mesos.discovery.zk=" + this.masters.url())
					.with("-Dbenchmarks.leader=true"),
				start("with it, no ZooKeeper there", jdk, with, "--mesos.discovery.zk=" + NOWHERE),
				start("with it, disabled", jdk, with, "--mesos.discovery.enabled=false"));
	}

	/** The same with an AOT cache for each of the two class paths. */
	List<ApplicationStart> trained(Jdk jdk) throws IOException, InterruptedException {
		List<ApplicationStart> starts = of(jdk);
		Path without = this.directory.resolve("without.aot");
		Path with = this.directory.resolve("with.aot");
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

	@Override
	public void close() throws IOException {
		try (this.zooKeeper; this.masters) {
			FileSystemUtils.deleteRecursively(this.directory);
		}
	}

}
