package io.github.mesosdiscovery.zookeeper;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.context.ApplicationEvent;

/**
 * What a locator knows and shows after a signal, made as the locator makes it but for the
 * threads and ZooKeeper.
 *
 * @param tracking what it knows
 * @param snapshot what its users see
 * @param commands what it wants done
 * @param events what its listeners hear
 */
record Followed(Tracking tracking, MasterSnapshot snapshot, List<Command> commands, List<ApplicationEvent> events) {

	static final int SESSION = 1;

	private static final long TIMEOUT = 10_000_000_000L;

	private static final long RESYNC = 60_000_000_000L;

	private static final long NOW = 1_000;

	private static final Snapshots SNAPSHOTS = new Snapshots("zk1:2181,zk2:2181,zk3:2181", "/mesos");

	private static final MesosMasterLocator SOURCE = ZooKeeperMasterLocator.builder("localhost:5050").build();

	/**
	 * Return the moment after the first connection.
	 */
	static Followed connected() {
		MasterConnection connecting = new MasterConnection(ConnectionState.CONNECTING, SNAPSHOTS.ensemble(),
				SNAPSHOTS.path(), Instant.EPOCH, null);
		return new Followed(Tracking.initial(TIMEOUT, RESYNC, Access.of(false), NOW),
				new MasterSnapshot(connecting, List.of(), List.of(), null), List.of(), List.of())
			.on(new Signal.Opened(SESSION))
			.on(new Signal.Connected(SESSION, TIMEOUT, Signal.Connected.Sasl.NONE, "zk1:2181"));
	}

	Followed on(Signal signal) {
		Step step = Transition.next(this.tracking, signal, NOW);
		MasterSnapshot next = SNAPSHOTS.next(step.next(), this.snapshot, Instant.EPOCH);
		return new Followed(step.next(), next, step.commands(), Changes.between(SOURCE, this.snapshot, next));
	}

	/**
	 * Answer what was asked for, and what is asked for then, until nothing is.
	 */
	Followed answered(Registrations registrations) {
		Followed followed = this;
		Deque<Command> commands = new ArrayDeque<>(this.commands);
		while (!commands.isEmpty()) {
			Command command = commands.remove();
			if (command instanceof Command.ListChildren || command instanceof Command.Fetch) {
				followed = followed.on(registrations.answer(command));
				commands.addAll(followed.commands);
			}
		}
		return followed;
	}

}
