package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.election.Command;
import io.github.mesosdiscovery.zookeeper.election.DetectorState;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.StateMachine;
import io.github.mesosdiscovery.zookeeper.election.Timer;
import io.github.mesosdiscovery.zookeeper.election.TransitionResult;
import org.apache.curator.utils.ZookeeperFactory;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Detects the masters of one path: feeds inputs to the {@link StateMachine}, publishes
 * its snapshots and carries its commands out. Inputs are processed one at a time; nothing
 * here waits except the keeper thread, which creates, replaces and closes the client.
 */
final class ZooKeeperMasterDetector implements MasterDetector, ZookeeperFactory {

	/** When a timer is repeated that could not be processed, in nanoseconds. */
	private static final long TIMER_RETRY = TimeUnit.SECONDS.toNanos(1);

	private final LocatorSettings settings;

	private final ZooKeeperUrl url;

	private final SnapshotPublisher publisher;

	private final DetectorScheduler keeper;

	private final Clock clock;

	private final ZnodeDecoder reader;

	private final DetectorLog log;

	private final SerialExecutor serial = new SerialExecutor();

	private final ChangeArrival arrival = new ChangeArrival();

	/** Guards publishing against the close. */
	private final Object publishing = new Object();

	private final AtomicInteger clientIds = new AtomicInteger();

	private volatile DetectorState state;

	private volatile @Nullable DetectorClient handle;

	private volatile @Nullable CuratorConnection connection;

	private volatile boolean closed;

	ZooKeeperMasterDetector(LocatorSettings settings, ZooKeeperUrl url, SnapshotPublisher publisher, Clock clock) {
		this.settings = settings;
		this.url = url;
		this.publisher = publisher;
		this.clock = clock;
		this.keeper = new DetectorScheduler(settings.name(), (timer) -> accept(new Input.TimerFired(timer)));
		this.reader = new ZnodeDecoder(settings.labels(), new MesosMasterDecoder(settings.scheme(), settings.host()));
		this.log = new DetectorLog(settings.name());
		this.state = StateMachine.initial(settings.detector(url), System.nanoTime(), clock.instant(),
				publisher.snapshot().changes());
	}

	@Override
	public void start() {
		this.publisher.open(this.state.snapshot(), this.settings.name());
		this.keeper.schedule(Timer.DEADLINE, this.settings.sessionTimeout().toNanos());
		this.keeper.execute(this::open);
	}

	@Override
	public Optional<Instant> lastContact() {
		return this.state.lastContact()
			.stream()
			.mapToObj((nanos) -> this.clock.instant().minusNanos(System.nanoTime() - nanos))
			.findFirst();
	}

	@Override
	public ZooKeeper newZooKeeper(String connectString, int sessionTimeout, Watcher watcher, boolean canBeReadOnly)
			throws Exception {
		release();
		DetectorClient opened = new DetectorClient(this.clientIds.incrementAndGet(), this.settings, this.url,
				this.reader, this::accept);
		this.handle = opened;
		accept(new Input.ClientCreated(opened.clientId()));
		try {
			return opened.open(connectString, sessionTimeout, watcher, canBeReadOnly);
		}
		catch (Exception | Error ex) {
			// Out of file descriptors or threads, for example. Curator logs it and may
			// never try again.
			opened.release();
			failedToConnect(opened.clientId(), ex);
			throw ex;
		}
	}

	@Override
	public void close() {
		// Not in turn: a thread that processes an input may be slow, and would close a
		// publisher that was opened again in the meantime.
		synchronized (this.publishing) {
			this.closed = true;
			this.publisher.close(this.settings.initial(ConnectionState.CLOSED, this.clock.instant(),
					this.publisher.snapshot().changes()));
		}
		try {
			this.keeper.close(this::disconnect);
		}
		finally {
			// Again, if the client is still being closed.
			release();
			this.publisher.release();
		}
	}

	private void accept(Input input) {
		long arrived = System.nanoTime();
		this.serial.execute(() -> {
			if (!this.closed) {
				tryToProcess(input, arrived);
			}
		});
	}

	/** A timer that is lost, for example for want of memory, would lead nowhere. */
	private void tryToProcess(Input input, long arrived) {
		try {
			process(input, arrived);
		}
		catch (RuntimeException | Error ex) {
			if (input instanceof Input.TimerFired fired) {
				this.keeper.schedule(fired.timer(), TIMER_RETRY);
			}
			throw ex;
		}
	}

	private void process(Input input, long arrived) {
		DetectorState before = this.state;
		TransitionResult result = StateMachine.apply(before, input, System.nanoTime(), this.clock.instant());
		DetectorState next = result.state();
		this.state = next;
		try {
			this.log.log(input, before, result);
			publish(next.snapshot(), this.arrival.of(input, arrived));
		}
		finally {
			// The state relies on them, whatever becomes of the events.
			result.commands().forEach(this::tryToCarryOut);
		}
		this.arrival.processed(input, arrived, next.snapshot() != before.snapshot(), next.isReading());
		this.publisher.metricsListeners().processed(input);
		this.publisher.resume();
	}

	private void publish(MasterSnapshot snapshot, long since) {
		synchronized (this.publishing) {
			if (!this.closed) {
				this.publisher.publish(snapshot, since);
			}
		}
	}

	/**
	 * A command that fails keeps no other from being carried out, and is an input.
	 */
	private void tryToCarryOut(Command command) {
		try {
			carryOut(command);
		}
		catch (RuntimeException | Error ex) {
			failed(command, ex);
		}
	}

	private void failed(Command command, Throwable ex) {
		if (!this.closed) {
			this.log.failed(command, ex);
			command.failed().ifPresent(this::accept);
		}
	}

	private void carryOut(Command command) {
		DetectorClient current = this.handle;
		if (command instanceof Command.Schedule schedule) {
			this.keeper.schedule(schedule.timer(), schedule.nanos());
		}
		else if (command instanceof Command.RecreateClient recreate) {
			this.keeper.execute(() -> replace(recreate));
		}
		else if (current == null) {
			throw new IllegalStateException("No client for " + command);
		}
		else if (command instanceof Command.ListChildren list && list.clientId() == current.clientId()) {
			current.list(list.request(), list.sync());
		}
		else if (command instanceof Command.ReadMember read && read.clientId() == current.clientId()) {
			current.read(read.name());
		}
		else if (command instanceof Command.WatchPathCreation watch && watch.clientId() == current.clientId()) {
			current.watchCreation(watch.request());
		}
		else if (command instanceof Command.SendHeartbeat heartbeat && heartbeat.clientId() == current.clientId()) {
			current.sendHeartbeat();
		}
	}

	/** On the keeper thread, where an exception would be lost. */
	private void replace(Command.RecreateClient command) {
		try {
			this.keeper.runBriefly(this::disconnect);
			connect();
		}
		catch (RuntimeException | Error ex) {
			failed(command, ex);
		}
	}

	private void open() {
		try {
			connect();
		}
		catch (RuntimeException | Error ex) {
			failedToConnect(this.clientIds.get(), ex);
		}
	}

	/** On the keeper thread, as is {@link #disconnect} until the close. */
	private void connect() {
		CuratorConnection opened = new CuratorConnection(this.url, this.settings.sessionTimeout(), this);
		this.connection = opened;
		// A close that came before found nothing to close.
		if (!this.closed) {
			opened.start();
		}
	}

	private void failedToConnect(int clientId, Throwable ex) {
		// Closing interrupts a client that is being created.
		if (!this.closed) {
			this.log.failedToConnect(ex);
			accept(new Input.ClientFailed(clientId, null,
					"the client could not be created (" + ex.getClass().getSimpleName() + "). The log has the reason"));
		}
	}

	private void disconnect() {
		CuratorConnection opened = this.connection;
		this.connection = null;
		if (opened != null) {
			opened.close();
		}
		release();
	}

	private void release() {
		DetectorClient last = this.handle;
		if (last != null) {
			last.release();
		}
	}

}
