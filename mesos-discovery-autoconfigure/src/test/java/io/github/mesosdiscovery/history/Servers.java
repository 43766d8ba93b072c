package io.github.mesosdiscovery.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.faults.ZooKeeperEnsemble;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.history.truth.LoggedTransaction;
import io.github.mesosdiscovery.history.truth.TransactionLogs;
import org.springframework.util.FileSystemUtils;

/**
 * The servers of a run, one or three, and what they did in each era.
 */
final class Servers implements AutoCloseable {

	private final List<ZooKeeperProcess> members;

	private final AutoCloseable closing;

	private final List<List<LoggedTransaction>> eras = new ArrayList<>();

	private Servers(List<ZooKeeperProcess> members, AutoCloseable closing) {
		this.members = members;
		this.closing = closing;
	}

	static Servers start(String version, int members) {
		if (members == 1) {
			ZooKeeperProcess server = ZooKeeperProcess.start(version);
			return new Servers(List.of(server), server);
		}
		ZooKeeperEnsemble ensemble = ZooKeeperEnsemble.start(version);
		return new Servers(ensemble.members(), ensemble);
	}

	List<ZooKeeperProcess> members() {
		return this.members;
	}

	String connectString() {
		return this.members.stream().map(ZooKeeperProcess::connectString).collect(Collectors.joining(","));
	}

	int era() {
		return this.eras.size();
	}

	/** One after the other; the others go on meanwhile. */
	void roll() {
		for (ZooKeeperProcess member : this.members) {
			member.kill();
			member.launch();
			member.awaitService();
		}
	}

	/** All at once, and begin a new era with nothing. */
	void wipe() {
		this.members.forEach(ZooKeeperProcess::kill);
		this.eras.add(read());
		this.members.forEach((member) -> delete(member.transactionLogs()));
		this.members.forEach(ZooKeeperProcess::launch);
		awaitService();
	}

	/** Let all servers run, whatever was done to them. */
	void heal() {
		this.members.forEach(ZooKeeperProcess::heal);
		awaitService();
	}

	void awaitService() {
		this.members.forEach(ZooKeeperProcess::awaitService);
	}

	List<List<LoggedTransaction>> transactions() {
		List<List<LoggedTransaction>> all = new ArrayList<>(this.eras);
		all.add(read());
		return all;
	}

	private List<LoggedTransaction> read() {
		return TransactionLogs.read(this.members.stream().map(ZooKeeperProcess::transactionLogs).toList());
	}

	private static void delete(Path directory) {
		try {
			if (Files.exists(directory)) {
				FileSystemUtils.deleteRecursively(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.closing.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
