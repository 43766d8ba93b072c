package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.ConnectionState;
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
 * Detects the masters of one path: feeds inputs to the {@link StateMachine} one at a
 * time, publishes its snapshots and carries out its commands. Only the scheduler's thread
 * waits, to create, replace and close the client.
 */
final class ZooKeeperMasterDetector implements MasterDetector, ZookeeperFactory {

	/** The delay of a timer that could not be processed, in nanoseconds. */
	private static final long TIMER_RETRY = TimeUnit.SECONDS.toNanos(1);

	private final LocatorSettings settings;

	private final ZooKeeperUrl url;

	private final SnapshotPublisher publisher;

	private final Clock clock;

	private final DetectorScheduler scheduler;

	private final ZnodeDecoder decoder;

	private final DetectorLog log;

	private final SerialExecutor serial = new SerialExecutor();

	private final ChangeArrival arrival = new ChangeArrival();

	private final AtomicInteger clientIds = new AtomicInteger();

	private volatile DetectorState state;

	private volatile @Nullable DetectorClient client;

	private volatile @Nullable CuratorConnection connection;

	private volatile boolean closed;

	ZooKeeperMasterDetector(LocatorSettings settings, ZooKeeperUrl url, SnapshotPublisher publisher, Clock clock) {
		this.settings = settings;
		this.url = url;
		this.publisher = publisher;
		this.clock = clock;
		this.scheduler = new DetectorScheduler(settings.name(), (timer) -> accept(new Input.TimerFired(timer)));
		this.decoder = new ZnodeDecoder(settings.labels(), settings.decoder());
		this.log = new DetectorLog(settings.name());
		this.state = StateMachine.initial(settings.detector(url),
				settings.emptySnapshot(ConnectionState.CONNECTING, clock.instant(), publisher.snapshot().changes()),
				System.nanoTime());
	}

	@Override
	public void start() {
		this.publisher.open(this, this.state.snapshot(), this.settings.name());
		this.scheduler.schedule(Timer.DEADLINE, this.settings.sessionTimeout().toNanos());
		this.scheduler.execute(() -> recreateClient(new Command.RecreateClient(0)));
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
		DetectorClient created = new DetectorClient(this.clientIds.incrementAndGet(), this.settings, this.url,
				this.decoder, this::accept);
		this.client = created;
		accept(new Input.ClientCreated(created.clientId()));
		try {
			ZooKeeper opened = created.open(connectString, sessionTimeout, watcher, canBeReadOnly);
			if (this.closed) {
				// The close may have found nothing to release yet.
				created.release();
			}
			return opened;
		}
		catch (Exception | Error ex) {
			// For example without file descriptors or threads. Curator logs it and may
			// never try again.
			created.release();
			// Closing interrupts the creation of a client.
			if (!this.closed) {
				this.log.failed("create the ZooKeeper client", ex);
				accept(new Input.ClientFailed(created.clientId(), null, "the client could not be created ("
						+ ex.getClass().getSimpleName() + "). The log has the reason"));
			}
			throw ex;
		}
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.scheduler.close(this::disconnect);
		}
		finally {
			// Again, because the client may still be closing.
			release();
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

	/** No other timer would replace one that is lost, for example for want of memory. */
	private void tryToProcess(Input input, long arrived) {
		try {
			process(input, arrived);
		}
		catch (RuntimeException | Error ex) {
			if (input instanceof Input.TimerFired fired) {
				this.scheduler.schedule(fired.timer(), TIMER_RETRY);
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
			this.publisher.publish(this, next.snapshot(), this.arrival.of(input, arrived));
		}
		finally {
			// The next state relies on them.
			result.commands().forEach(this::tryToCarryOut);
		}
		this.arrival.processed(input, arrived, next.snapshot() != before.snapshot(), next.isReading());
		this.publisher.metricsListeners().processed(input);
		this.publisher.resume();
	}

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
			this.log.failed("carry out " + command.getClass().getSimpleName(), ex);
			command.failed().ifPresent(this::accept);
		}
	}

	private void carryOut(Command command) {
		if (command instanceof Command.Schedule schedule) {
			this.scheduler.schedule(schedule.timer(), schedule.nanos());
		}
		else if (command instanceof Command.RecreateClient recreate) {
			this.scheduler.execute(() -> recreateClient(recreate));
		}
		else if (command instanceof Command.Request request) {
			DetectorClient current = this.client;
			if (current == null) {
				throw new IllegalStateException("No client for " + command);
			}
			if (request.clientId() == current.clientId()) {
				send(request, current);
			}
		}
	}

	private static void send(Command.Request request, DetectorClient client) {
		if (request instanceof Command.ListChildren list) {
			client.list(list.request(), list.sync());
		}
		else if (request instanceof Command.ReadMember read) {
			client.read(read.name());
		}
		else if (request instanceof Command.WatchPathCreation watch) {
			client.watchCreation(watch.request());
		}
		else if (request instanceof Command.SendHeartbeat) {
			client.sendHeartbeat();
		}
	}

	private void recreateClient(Command.RecreateClient command) {
		try {
			if (this.connection != null) {
				this.scheduler.runBriefly(this::disconnect);
			}
			CuratorConnection opened = new CuratorConnection(this.url, this.settings.sessionTimeout(), this);
			this.connection = opened;
			// A close before this line found nothing to close.
			if (!this.closed) {
				opened.start();
			}
		}
		catch (RuntimeException | Error ex) {
			failed(command, ex);
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
		DetectorClient last = this.client;
		if (last != null) {
			last.release();
		}
	}

}
