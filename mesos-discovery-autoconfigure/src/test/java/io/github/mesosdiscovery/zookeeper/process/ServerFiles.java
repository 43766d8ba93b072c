package io.github.mesosdiscovery.zookeeper.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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

	static ServerFiles create(String version, int port) throws IOException {
		Path jars = Path.of("target", "zookeeper", version).toAbsolutePath();
		if (!Files.isDirectory(jars)) {
			throw new IllegalStateException("No ZooKeeper " + version + " in " + jars
					+ ": the build puts it there in the phase process-test-resources");
		}
		ServerFiles files = new ServerFiles(jars, Files.createTempDirectory("zookeeper-" + version + "-"));
		Files.write(files.configuration(),
				List.of("clientPort=" + port, "clientPortAddress=127.0.0.1", "dataDir=" + files.data(),
						"tickTime=" + ZooKeeperProcess.TICK_TIME.toMillis(),
						"minSessionTimeout=" + ZooKeeperProcess.SHORTEST_SESSION.toMillis(),
						"maxSessionTimeout=" + ZooKeeperProcess.LONGEST_SESSION.toMillis(), "maxClientCnxns=0",
						"4lw.commands.whitelist=*", "admin.enableServer=false"));
		return files;
	}

	Path configuration() {
		return this.home.resolve("zoo.cfg");
	}

	/** With slashes, since a backslash escapes in the configuration. */
	String data() {
		return this.home.resolve("data").toString().replace('\\', '/');
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
			return this.jars.resolve("*") + File.pathSeparator + child;
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void delete() {
		try {
			FileSystemUtils.deleteRecursively(this.home);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
