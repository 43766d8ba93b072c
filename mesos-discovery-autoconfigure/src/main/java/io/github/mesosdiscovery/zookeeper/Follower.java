package io.github.mesosdiscovery.zookeeper;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import org.apache.curator.utils.ZookeeperFactory;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Follows the masters of one path from start to close: feeds signals to
 * {@link Transition}, publishes what {@link Snapshots} makes of it, and carries the
 * commands out. Signals are dealt with one at a time; nothing here waits except the
 * keeper thread, which starts, replaces and closes the client.
 */
final class Follower implements Following, ZookeeperFactory {

	/** When a timer is repeated whose signal could not be dealt with, in nanoseconds. */
	private static final long AGAIN = TimeUnit.SECONDS.toNanos(1);

	private final LocatorSettings settings;

	private final ZooKeeperUrl url;

	private final Publisher publisher;

	private final Snapshots snapshots;

	private final Keeper keeper;

	private final Clock clock;

	private final ZnodeReader reader;

	private final FollowerLog log;

	private final SerialExecutor serial = new SerialExecutor();

	private final Notice notice = new Notice();

	/** Guards what is published against the close. */
	private final Object publishing = new Object();

	private final AtomicInteger sessions = new AtomicInteger();

	private volatile Tracking tracking;

	private volatile @Nullable Handle handle;

	private volatile @Nullable CuratorConnection connection;

	private volatile boolean closed;

	Follower(LocatorSettings settings, ZooKeeperUrl url, Publisher publisher, Clock clock) {
		this.settings = settings;
		this.url = url;
		this.publisher = publisher;
		this.clock = clock;
		this.snapshots = new Snapshots(url.servers(), url.path());
		this.keeper = new Keeper(settings.name(), (timer) -> signal(new Signal.Due(timer)));
		this.reader = new ZnodeReader(settings.labels(), new MesosMasterDecoder(settings.scheme(), settings.host()));
		this.log = new FollowerLog(settings.name());
		this.tracking = Tracking.initial(settings.sessionTimeout().toNanos(), settings.resyncInterval().toNanos(),
				Access.of(settings.security().saslRequired()), System.nanoTime());
	}

	@Override
	public void start() {
		this.publisher.open(this.settings.initial(ConnectionState.CONNECTING, this.clock.instant()),
				this.settings.name());
		this.keeper.schedule(Timer.DEADLINE, this.settings.sessionTimeout().toNanos());
		this.publisher.prepare();
		this.keeper.execute(this::open);
	}

	@Override
	public Optional<Instant> lastContact() {
		Contact contact = this.tracking.link().contact();
		return contact.ever() ? Optional.of(this.clock.instant().minusNanos(System.nanoTime() - contact.answered()))
				: Optional.empty();
	}

	@Override
	public ZooKeeper newZooKeeper(String connectString, int sessionTimeout, Watcher watcher, boolean canBeReadOnly)
			throws Exception {
		release();
		Handle opened = new Handle(this.sessions.incrementAndGet(), this.settings, this.url, this.reader, this::signal);
		this.handle = opened;
		signal(new Signal.Opened(opened.session()));
		try {
			return opened.open(connectString, sessionTimeout, watcher, canBeReadOnly);
		}
		catch (Exception | Error ex) {
			// As without a file descriptor or a thread left. Curator logs it and may
			// never try again.
			opened.release();
			failedToConnect(opened.session(), ex);
			throw ex;
		}
	}

	@Override
	public void close() {
		// Not in turn: a thread at work on a signal may be slow, and would close a
		// publisher that has been opened anew by then.
		synchronized (this.publishing) {
			this.closed = true;
			this.publisher.close(this.settings.initial(ConnectionState.CLOSED, this.clock.instant()));
		}
		try {
			this.keeper.close(this::disconnect);
		}
		finally {
			this.publisher.release();
		}
	}

	private void signal(Signal signal) {
		long arrived = System.nanoTime();
		this.serial.execute(() -> {
			if (!this.closed) {
				tryToProcess(signal, arrived);
			}
		});
	}

	/** A timer whose signal was lost, as without memory, would lead out of no state. */
	private void tryToProcess(Signal signal, long arrived) {
		try {
			process(signal, arrived);
		}
		catch (RuntimeException | Error ex) {
			if (signal instanceof Signal.Due due) {
				this.keeper.schedule(due.timer(), AGAIN);
			}
			throw ex;
		}
	}

	private void process(Signal signal, long arrived) {
		Tracking before = this.tracking;
		Step step = Transition.next(before, signal, System.nanoTime());
		this.tracking = step.next();
		MasterSnapshot seen = this.publisher.snapshot();
		MasterSnapshot now = this.snapshots.next(step.next(), seen, this.clock.instant());
		try {
			this.log.log(signal, before, step.next(), seen, now);
			publish(now, this.notice.since(signal, arrived));
		}
		finally {
			// What is tracked counts on them, whatever becomes of the events.
			step.commands().forEach(this::tryToCarryOut);
		}
		this.notice.dealtWith(signal, arrived, now != seen, step.next());
		this.publisher.observers().dealtWith(signal);
	}

	private void publish(MasterSnapshot now, long since) {
		synchronized (this.publishing) {
			if (!this.closed) {
				this.publisher.publish(now, since);
			}
		}
	}

	/**
	 * One that fails keeps no other from being carried out, and what is tracked is told.
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
			signal(new Signal.CommandFailed(this.tracking.link().session(), command));
		}
	}

	private void carryOut(Command command) {
		Handle current = this.handle;
		if (command instanceof Command.Schedule schedule) {
			this.keeper.schedule(schedule.timer(), schedule.nanos());
		}
		else if (command instanceof Command.Rebuild) {
			this.keeper.execute(() -> replace(command));
		}
		else if (current == null) {
			throw new IllegalStateException("No handle for " + command);
		}
		else if (command instanceof Command.ListChildren list && list.session() == current.session()) {
			current.list(list.request(), list.sync());
		}
		else if (command instanceof Command.Fetch fetch && fetch.session() == current.session()) {
			current.fetch(fetch.request(), fetch.name());
		}
		else if (command instanceof Command.CheckPath check && check.session() == current.session()) {
			current.check(check.request());
		}
		else if (command instanceof Command.Ping ping && ping.session() == current.session()) {
			current.ping();
		}
	}

	/** On the keeper thread, where nobody would see what is thrown. */
	private void replace(Command command) {
		try {
			this.keeper.runBriefly(this::disconnect);
			connectAnew();
		}
		catch (RuntimeException | Error ex) {
			failed(command, ex);
		}
	}

	private void open() {
		try {
			connectAnew();
		}
		catch (RuntimeException | Error ex) {
			failedToConnect(this.sessions.get(), ex);
		}
	}

	/** On the keeper thread, as is {@link #disconnect} until the close. */
	private void connectAnew() {
		CuratorConnection opened = new CuratorConnection(this.url, this.settings.sessionTimeout(), this);
		this.connection = opened;
		// A close that came before found nothing to close.
		if (!this.closed) {
			opened.start();
		}
	}

	private void failedToConnect(int session, Throwable ex) {
		// Closing interrupts what is being started.
		if (!this.closed) {
			this.log.failedToConnect(ex);
			signal(new Signal.Died(session, null,
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
		Handle last = this.handle;
		if (last != null) {
			last.release();
		}
	}

}
