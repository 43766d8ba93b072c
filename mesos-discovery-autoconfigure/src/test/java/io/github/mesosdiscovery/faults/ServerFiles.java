package io.github.mesosdiscovery.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/**
 * What a server has on the disk: jars that the build put there, and a directory of its
 * own with its configuration, its data and its log.
 *
 * @param jars the directory of the jars
 * @param home the directory of its own
 */
record ServerFiles(Path jars, Path home) {

	private static final Path SERVERS = Path.of(System.getProperty("zookeeper.servers", "target/zookeeper"));

	/**
	 * Create the files of a server.
	 * @param version the version of ZooKeeper
	 * @param port the port for clients
	 * @param configuration further lines of the configuration; one that starts with
	 * {@code -} is an option of the JVM and left out here
	 */
	static ServerFiles create(String version, int port, List<String> configuration) throws IOException {
		Path jars = SERVERS.resolve(version).toAbsolutePath();
		if (!Files.isDirectory(jars)) {
			throw new IllegalStateException("No ZooKeeper " + version + " in " + jars
					+ ": the build puts it there in the phase process-test-resources");
		}
		ServerFiles files = new ServerFiles(jars, Files.createTempDirectory("zookeeper-" + version + "-"));
		List<String> lines = new ArrayList<>(List.of("clientPort=" + port, "clientPortAddress=127.0.0.1",
				"dataDir=" + files.data(), "tickTime=" + ZooKeeperProcess.TICK_TIME.toMillis(),
				"minSessionTimeout=" + ZooKeeperProcess.SHORTEST_SESSION.toMillis(),
				"maxSessionTimeout=" + ZooKeeperProcess.LONGEST_SESSION.toMillis(), "maxClientCnxns=0",
				"4lw.commands.whitelist=*", "admin.enableServer=false"));
		configuration.stream().filter((line) -> !line.startsWith("-")).forEach(lines::add);
		Files.write(files.configuration(), lines);
		return files;
	}

	Path configuration() {
		return this.home.resolve("zoo.cfg");
	}

	/** With slashes, since a backslash escapes in the configuration. */
	String data() {
		return this.home.resolve("data").toString().replace('\\', '/');
	}

	/** What makes a server the member of that number of an ensemble. */
	void writeId(int id) throws IOException {
		Files.createDirectories(Path.of(data()));
		Files.writeString(Path.of(data(), "myid"), String.valueOf(id));
	}

	/** Where snapshots and transaction logs lie in every version. */
	Path transactionLogs() {
		return Path.of(data(), "version-2");
	}

	File log() {
		return this.home.resolve("server.log").toFile();
	}

	String readLog() {
		try {
			return Files.readString(log().toPath());
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/** The class of the child stands alone, and so do the server's jars. */
	String classPath() {
		try {
			Path child = Path.of(ChildMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return this.jars.resolve("*") + File.pathSeparator + this.jars.resolveSibling("common").resolve("*")
					+ File.pathSeparator + child;
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void deleteData() {
		delete(transactionLogs());
	}

	void delete() {
		delete(this.home);
	}

	private static void delete(Path path) {
		try {
			FileSystemUtils.deleteRecursively(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
