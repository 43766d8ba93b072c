package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.awaitility.Awaitility.await;

/**
 * An ensemble of three ZooKeeper servers of a given version, each in a process of its
 * own, on the loopback address.
 */
public final class ZooKeeperEnsemble implements AutoCloseable {

	private static final int SIZE = 3;

	private static final int ATTEMPTS = 5;

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final List<ZooKeeperProcess> members;

	private ZooKeeperEnsemble(List<ZooKeeperProcess> members) {
		this.members = List.copyOf(members);
	}

	/**
	 * Start an ensemble and wait until all members serve.
	 * @param version the version of ZooKeeper, one that the build has copied
	 * @param configuration further lines for each member, as for
	 * {@link ZooKeeperProcess#start}
	 * @return the running ensemble
	 * @throws IllegalStateException if it does not start
	 */
	public static ZooKeeperEnsemble start(String version, String... configuration) {
		for (int attempt = 1;; attempt++) {
			ZooKeeperEnsemble ensemble = launch(version, List.of(configuration));
			try {
				ensemble.awaitAll();
				return ensemble;
			}
			catch (RuntimeException ex) {
				boolean taken = ensemble.members.stream().anyMatch(ZooKeeperProcess::lostItsPort);
				ensemble.close();
				if (!taken || attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private static ZooKeeperEnsemble launch(String version, List<String> configuration) {
		List<Integer> ports = IntStream.generate(LoopbackPorts::findFree).distinct().limit(3 * SIZE).boxed().toList();
		List<String> lines = new ArrayList<>(List.of("initLimit=50", "syncLimit=25"));
		for (int i = 0; i < SIZE; i++) {
			lines.add("server." + (i + 1) + "=127.0.0.1:" + ports.get(SIZE + i) + ":" + ports.get(2 * SIZE + i));
		}
		lines.addAll(configuration);
		List<ZooKeeperProcess> members = new ArrayList<>();
		try {
			for (int i = 0; i < SIZE; i++) {
				ServerFiles files = ServerFiles.create(version, ports.get(i), lines);
				files.writeId(i + 1);
				members.add(new ZooKeeperProcess(files, ports.get(i), lines));
			}
		}
		catch (IOException ex) {
			members.forEach(ZooKeeperProcess::close);
			throw new UncheckedIOException(ex);
		}
		return new ZooKeeperEnsemble(members);
	}

	/**
	 * Return the members.
	 * @return all three, whether they run or not, always in the same order
	 */
	public List<ZooKeeperProcess> members() {
		return this.members;
	}

	/**
	 * Return where clients find the ensemble.
	 * @return host and port of each member
	 */
	public String connectString() {
		return this.members.stream().map(ZooKeeperProcess::connectString).collect(Collectors.joining(","));
	}

	/**
	 * Wait for the member that leads, and return it.
	 * @return the leader of the ZooKeeper ensemble
	 */
	public ZooKeeperProcess leader() {
		return await("a leader of the ensemble").atMost(LIMIT)
			.until(() -> this.members.stream().filter((member) -> isMode(member, "leader")).toList(),
					(found) -> found.size() == 1)
			.get(0);
	}

	/**
	 * Return the members that follow now.
	 * @return those that serve and do not lead
	 */
	public List<ZooKeeperProcess> followers() {
		return this.members.stream().filter((member) -> isMode(member, "follower")).toList();
	}

	/**
	 * Wait until one member leads and another follows.
	 */
	public void awaitQuorum() {
		await("a quorum").atMost(LIMIT).until(() -> isMode(leader(), "leader") && !followers().isEmpty());
	}

	/**
	 * Wait until all three members serve.
	 */
	public void awaitAll() {
		this.members.forEach(ZooKeeperProcess::awaitService);
	}

	/**
	 * Kill all members and delete their data.
	 */
	@Override
	public void close() {
		this.members.forEach(ZooKeeperProcess::close);
	}

	/** A paused member does not answer, which is waited for. */
	private static boolean isMode(ZooKeeperProcess member, String mode) {
		return member.ask("srvr").contains("Mode: " + mode);
	}

}
