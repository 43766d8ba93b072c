package io.github.mesosdiscovery.zookeeper;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.zookeeper.Signal.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.Signal.Failure;
import io.github.mesosdiscovery.zookeeper.Signal.Failure.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Plays signals to the transition function and keeps what comes of them. Requests are
 * answered by name, so that a test reads like the exchange with ZooKeeper.
 */
final class Scenario {

	static final long TIMEOUT = TimeUnit.SECONDS.toNanos(6);

	static final long RESYNC = TimeUnit.MINUTES.toNanos(1);

	static final String ENSEMBLE = "zk1:2181";

	static final String PATH = "/mesos";

	static final String A = "json.info_0000000001";

	static final String B = "json.info_0000000002";

	static final String C = "json.info_0000000003";

	private final Snapshots snapshots = new Snapshots(ENSEMBLE, PATH);

	private final List<String> changes = new ArrayList<>();

	private final List<Command> commands = new ArrayList<>();

	/** When each timer that was started runs out. */
	final Map<Timer, Long> timers = new HashMap<>(Map.of(Timer.DEADLINE, 1_000 + TIMEOUT));

	long now = 1_000;

	int session;

	Tracking tracking = Tracking.initial(TIMEOUT, RESYNC, Access.of(false), this.now);

	MasterSnapshot snapshot = new MasterSnapshot(
			new MasterConnection(ConnectionState.CONNECTING, ENSEMBLE, PATH, Instant.EPOCH, Duration.ofNanos(TIMEOUT)),
			List.of(), List.of(), null);

	/** A leader, followers as given, connected, everything read and heard of. */
	static Scenario following(String... names) {
		Scenario scenario = new Scenario().open().connect().list(10, 100, names);
		for (String name : names) {
			scenario.read(name, 1);
		}
		scenario.forget();
		return scenario;
	}

	/** Nothing seen yet, and nothing to be read without a SASL login. */
	static Scenario requiringSasl() {
		Scenario scenario = new Scenario();
		scenario.tracking = Tracking.initial(TIMEOUT, RESYNC, Access.of(true), scenario.now);
		return scenario;
	}

	Scenario on(Signal signal) {
		Step step = Transition.next(this.tracking, signal, this.now);
		MasterSnapshot before = this.snapshot;
		this.tracking = step.next();
		this.snapshot = this.snapshots.next(this.tracking, before, Instant.ofEpochSecond(this.now));
		this.commands.addAll(step.commands());
		for (Command command : step.commands()) {
			if (command instanceof Command.Schedule schedule) {
				this.timers.put(schedule.timer(), this.now + schedule.nanos());
			}
		}
		Changes.between(new NoLocator(), before, this.snapshot).forEach((event) -> {
			if (event instanceof LeaderChangedEvent leader) {
				this.changes
					.add(leader.getReason() + " " + name(leader.getPrevious()) + " -> " + name(leader.getLeader()));
			}
			else if (event instanceof MastersChangedEvent masters) {
				this.changes.add("MASTERS " + masters.getMasters().stream().map(MesosMaster::znode).toList());
			}
		});
		return this;
	}

	Scenario open() {
		this.session++;
		return on(new Signal.Opened(this.session));
	}

	Scenario connect() {
		return connect(Sasl.NONE);
	}

	Scenario connect(Sasl sasl) {
		return on(new Signal.Connected(this.session, TIMEOUT, sasl, ENSEMBLE));
	}

	Scenario authenticate() {
		return on(new Signal.Authenticated(this.session));
	}

	Scenario failLogin() {
		return on(new Signal.LoginFailed(this.session));
	}

	Scenario disconnect() {
		return on(new Signal.Disconnected(this.session));
	}

	Scenario after(long nanos) {
		this.now += nanos;
		return this;
	}

	/** A timer runs out; that of the repetitions when it is time for them. */
	Scenario due(Timer timer) {
		Long retryAt = this.tracking.retryAt();
		if (timer == Timer.RETRY && retryAt != null) {
			this.now = Math.max(this.now, retryAt);
		}
		this.timers.remove(timer);
		return on(new Signal.Due(timer));
	}

	Scenario list(long czxid, long pzxid, String... names) {
		return listed(new Signal.Children(Arrays.stream(names).map(Scenario::name).toList(), List.of("log_replicas"),
				czxid, pzxid));
	}

	Scenario list(Cause failure) {
		return listed(new Failure(failure, failure.name()));
	}

	Scenario listed(Signal.Listing listing) {
		Command.ListChildren request = last(Command.ListChildren.class);
		return on(new Signal.Listed(request.session(), request.request(), listing));
	}

	Scenario check(Signal.Outcome outcome) {
		Command.CheckPath request = last(Command.CheckPath.class);
		return on(new Signal.Checked(request.session(), request.request(), outcome));
	}

	Scenario read(String name, long epoch) {
		return fetched(name, new Signal.Read(master(name, epoch, "1.11.0")));
	}

	Scenario read(MesosMaster master) {
		return fetched(master.znode(), new Signal.Read(master));
	}

	Scenario spoiled(String name) {
		return fetched(name, new Signal.Read(new UnreadableMaster(name, name(name).sequence(), 1, "no JSON", false)));
	}

	Scenario fetched(String name, Cause failure) {
		return fetched(name, new Failure(failure, failure.name()));
	}

	Scenario changed(String name) {
		return on(new Signal.ZnodeChanged(this.session, name(name)));
	}

	Scenario deleted(String name) {
		return on(new Signal.ZnodeDeleted(this.session, name(name)));
	}

	Scenario heard() {
		Fence fence = this.tracking.fence();
		return heard(new Signal.Version(fence.czxid(), fence.pzxid()));
	}

	Scenario heard(Signal.Outcome path) {
		return on(new Signal.Heard(this.session, path));
	}

	Scenario pathChanged() {
		return on(new Signal.PathChanged(this.session));
	}

	private Scenario fetched(String name, Signal.Outcome outcome) {
		Command.Fetch request = commands(Command.Fetch.class).stream()
			.filter((fetch) -> fetch.name().znode().equals(name))
			.reduce((first, second) -> second)
			.orElseThrow();
		return on(new Signal.Fetched(request.session(), request.request(), request.name(), outcome));
	}

	String leader() {
		return name(this.snapshot.leader());
	}

	List<String> masters() {
		return this.snapshot.masters().stream().map(MesosMaster::znode).toList();
	}

	ConnectionState connection() {
		return this.snapshot.connection().state();
	}

	MasterProblem.@Nullable Kind problem() {
		return this.snapshot.problem().map(MasterProblem::kind).orElse(null);
	}

	/** The events since the last {@link #forget}. */
	List<String> changes() {
		return this.changes;
	}

	/** The requests to ZooKeeper since the last {@link #forget}, timers left out. */
	List<Command> requests() {
		return this.commands.stream().filter((command) -> !(command instanceof Command.Schedule)).toList();
	}

	/** The time to which a timer was last set, or -1. */
	long scheduled(Timer timer) {
		return commands(Command.Schedule.class).stream()
			.filter((schedule) -> schedule.timer() == timer)
			.mapToLong(Command.Schedule::nanos)
			.reduce(-1, (first, second) -> second);
	}

	<T extends Command> T last(Class<T> type) {
		List<T> all = commands(type);
		return all.get(all.size() - 1);
	}

	<T extends Command> List<T> commands(Class<T> type) {
		return this.commands.stream().filter(type::isInstance).map(type::cast).toList();
	}

	Scenario forget() {
		this.changes.clear();
		this.commands.clear();
		return this;
	}

	static RegistrationName name(String znode) {
		return RegistrationName.parse(znode).orElseThrow();
	}

	static MesosMaster master(String znode, long epoch, String version) {
		return new MesosMaster(znode, name(znode).sequence(), epoch, "id-" + znode, "localhost", "127.0.0.1", 5050,
				"master@127.0.0.1:5050", version, URI.create("http://127.0.0.1:5050"), null, List.of(),
				MasterInfo.newBuilder().setId("id-" + znode).setVersion(version).build());
	}

	private static String name(Optional<MesosMaster> master) {
		return master.map(MasterRegistration::znode).orElse("none");
	}

	/** The source of events in tests that have no locator. */
	static final class NoLocator implements MesosMasterLocator {

		@Override
		public MasterSnapshot snapshot() {
			throw new UnsupportedOperationException();
		}

		@Override
		public MesosMaster awaitLeader(Duration timeout) {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
			throw new UnsupportedOperationException(Objects.toString(seen));
		}

	}

}
