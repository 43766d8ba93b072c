package io.github.mesosdiscovery.zookeeper.election;

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
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Applies inputs to the state machine and keeps what results from them. Requests are
 * answered by name, so that a test reads like the exchange with ZooKeeper.
 */
public final class StateMachineScenario {

	public static final long TIMEOUT = TimeUnit.SECONDS.toNanos(6);

	static final long RESYNC = TimeUnit.MINUTES.toNanos(1);

	static final String ENSEMBLE = "zk1:2181";

	static final String PATH = "/mesos";

	public static final String A = "json.info_0000000001";

	public static final String B = "json.info_0000000002";

	public static final String C = "json.info_0000000003";

	private final List<String> changes = new ArrayList<>();

	private final List<Command> commands = new ArrayList<>();

	private final List<String> log = new ArrayList<>();

	/** When each timer fires. */
	final Map<Timer, Long> timers = new HashMap<>(Map.of(Timer.DEADLINE, 1_000 + TIMEOUT));

	long now = 1_000;

	int clientId;

	DetectorState state;

	private @Nullable TransitionResult result;

	public StateMachineScenario() {
		this(false, false);
	}

	private StateMachineScenario(boolean saslRequired, boolean tls) {
		MasterConnection connection = new MasterConnection(ConnectionState.CONNECTING, ENSEMBLE, PATH, Instant.EPOCH,
				Duration.ofNanos(TIMEOUT));
		this.state = StateMachine.initial(new DetectorSettings(ENSEMBLE, PATH, TIMEOUT, RESYNC, saslRequired, tls),
				new MasterSnapshot(connection, List.of(), List.of(), null), this.now);
	}

	/** Create a scenario that is connected and has read these registrations. */
	public static StateMachineScenario following(String... names) {
		StateMachineScenario scenario = new StateMachineScenario().open().connect().list(10, 100, names);
		for (String name : names) {
			scenario.read(name, 1);
		}
		scenario.forget();
		return scenario;
	}

	/** Return the names of a listing in election order. */
	public static List<RegistrationName> following(Input.Children children) {
		StateMachineScenario scenario = new StateMachineScenario().open().connect();
		scenario.listed(new Input.Children(children.registrations(), children.others(), 10, 100));
		return scenario.state.members().all().stream().map(Member::name).toList();
	}

	/** Create a scenario in which nothing is read without a SASL login. */
	static StateMachineScenario requiringSasl() {
		return new StateMachineScenario(true, false);
	}

	static StateMachineScenario usingTls() {
		return new StateMachineScenario(false, true);
	}

	public StateMachineScenario on(Input input) {
		MasterSnapshot before = snapshot();
		TransitionResult result = StateMachine.apply(this.state, input, this.now, Instant.ofEpochSecond(this.now));
		this.result = result;
		this.state = result.state();
		this.commands.addAll(result.commands());
		result.log()
			.forEach((entry) -> this.log.add(
					(entry.warning() ? "WARN " : "INFO ") + entry.message() + (entry.repeated() ? " (repeated)" : "")));
		for (Command command : result.commands()) {
			if (command instanceof Command.Schedule schedule) {
				this.timers.put(schedule.timer(), this.now + schedule.nanos());
			}
		}
		MasterSnapshot after = snapshot();
		if (!Registrations.isSameLeader(before, after)) {
			this.changes.add(Reason.of(problem()) + " " + name(before.leader()) + " -> " + name(after.leader()));
		}
		if (!Registrations.isSame(before.registrations(), after.registrations())) {
			this.changes.add("MASTERS " + masters());
		}
		return this;
	}

	/** Return the result of the last input. */
	public TransitionResult result() {
		return Objects.requireNonNull(this.result);
	}

	public DetectorState state() {
		return this.state;
	}

	public MasterSnapshot snapshot() {
		return this.state.snapshot();
	}

	public StateMachineScenario open() {
		this.clientId++;
		return on(new Input.ClientCreated(this.clientId));
	}

	public StateMachineScenario connect() {
		return connect(Sasl.NONE);
	}

	StateMachineScenario connect(Sasl sasl) {
		return on(new Input.Connected(this.clientId, TIMEOUT, sasl, ENSEMBLE));
	}

	StateMachineScenario authenticate() {
		return on(new Input.Authenticated(this.clientId));
	}

	StateMachineScenario failLogin() {
		return on(new Input.LoginFailed(this.clientId));
	}

	StateMachineScenario disconnect() {
		return on(new Input.Disconnected(this.clientId));
	}

	public StateMachineScenario after(long nanos) {
		this.now += nanos;
		return this;
	}

	/** Fire a timer; the retry timer when the next retry is due. */
	public StateMachineScenario due(Timer timer) {
		Retry next = this.state.nextRetry();
		if (timer == Timer.RETRY && next != null) {
			this.now = Math.max(this.now, next.at());
		}
		this.timers.remove(timer);
		return on(new Input.TimerFired(timer));
	}

	public StateMachineScenario list(long czxid, long pzxid, String... names) {
		return listed(new Input.Children(Arrays.stream(names).map(StateMachineScenario::name).toList(),
				List.of("log_replicas"), czxid, pzxid));
	}

	public StateMachineScenario list(Cause failure) {
		return listed(new Failure(failure, failure.name()));
	}

	public StateMachineScenario listed(Input.Listing listing) {
		Command.ListChildren request = last(Command.ListChildren.class);
		return on(new Input.ChildrenListed(request.clientId(), request.request(), listing));
	}

	/** Return when ZooKeeper last answered, or -1 if it never did. */
	long lastContact() {
		return this.state.lastContact().orElse(-1);
	}

	StateMachineScenario check(Input.Reply outcome) {
		Command.WatchPathCreation request = last(Command.WatchPathCreation.class);
		return on(new Input.PathChecked(request.clientId(), request.request(), outcome));
	}

	public StateMachineScenario read(String name, long epoch) {
		return reply(name, new Input.Decoded(master(name, epoch, "1.11.0"), List.of()));
	}

	public StateMachineScenario read(MesosMaster master) {
		return reply(master.znode(), new Input.Decoded(master, List.of()));
	}

	StateMachineScenario readUndecodable(String name) {
		return reply(name,
				new Input.Decoded(new UnreadableMaster(name, name(name).sequence(), 1, "no JSON", false), List.of()));
	}

	StateMachineScenario failRead(String name, Cause failure) {
		return reply(name, new Failure(failure, failure.name()));
	}

	public StateMachineScenario changed(String name) {
		return on(new Input.MemberChanged(this.clientId, name(name)));
	}

	public StateMachineScenario deleted(String name) {
		return on(new Input.MemberDeleted(this.clientId, name(name)));
	}

	public StateMachineScenario answerHeartbeat() {
		StaleViewGuard guard = this.state.guard();
		return answerHeartbeat(new Input.PathVersion(guard.czxid(), guard.pzxid()));
	}

	StateMachineScenario answerHeartbeat(Input.Reply path) {
		return on(new Input.HeartbeatReply(this.clientId, path));
	}

	public StateMachineScenario pathChanged() {
		return on(new Input.PathChanged(this.clientId));
	}

	private StateMachineScenario reply(String name, Input.Reply reply) {
		Command.ReadMember request = commands(Command.ReadMember.class).stream()
			.filter((read) -> read.name().znode().equals(name))
			.reduce((first, second) -> second)
			.orElseThrow();
		return on(new Input.MemberRead(request.clientId(), request.name(), reply));
	}

	public String leader() {
		return name(snapshot().leader());
	}

	public List<String> masters() {
		return snapshot().masters().stream().map(MesosMaster::znode).toList();
	}

	ConnectionState connection() {
		return snapshot().connection().state();
	}

	MasterProblem.@Nullable Kind problem() {
		return snapshot().problem().map(MasterProblem::kind).orElse(null);
	}

	/** Return the events since the last {@link #forget}. */
	List<String> changes() {
		return this.changes;
	}

	/** Return what was logged since the last {@link #forget}. */
	List<String> log() {
		return this.log;
	}

	/** Return the commands since the last {@link #forget}, timers left out. */
	List<Command> requests() {
		return this.commands.stream().filter((command) -> !(command instanceof Command.Schedule)).toList();
	}

	/** Return the delay for which a timer was last set, or -1. */
	long scheduled(Timer timer) {
		return commands(Command.Schedule.class).stream()
			.filter((schedule) -> schedule.timer() == timer)
			.mapToLong(Command.Schedule::nanos)
			.reduce(-1, (first, second) -> second);
	}

	public <T extends Command> T last(Class<T> type) {
		List<T> all = commands(type);
		return all.get(all.size() - 1);
	}

	<T extends Command> List<T> commands(Class<T> type) {
		return this.commands.stream().filter(type::isInstance).map(type::cast).toList();
	}

	public StateMachineScenario forget() {
		this.changes.clear();
		this.commands.clear();
		this.log.clear();
		return this;
	}

	public static RegistrationName name(String znode) {
		return RegistrationName.parse(znode).orElseThrow();
	}

	public static MesosMaster master(String znode, long epoch, String version) {
		return new MesosMaster(znode, name(znode).sequence(), epoch, "id-" + znode, "localhost", "127.0.0.1", 5050,
				"master@127.0.0.1:5050", version, URI.create("http://127.0.0.1:5050"), null, List.of(),
				MasterInfo.newBuilder().setId("id-" + znode).setVersion(version).build());
	}

	private static String name(Optional<MesosMaster> master) {
		return master.map(MasterRegistration::znode).orElse("none");
	}

}
