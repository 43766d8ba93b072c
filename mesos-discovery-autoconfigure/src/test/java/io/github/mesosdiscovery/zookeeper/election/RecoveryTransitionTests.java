package io.github.mesosdiscovery.zookeeper.election;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for every state and every command: whatever cannot be carried out, reported or
 * not, a timer leads out, and the leader is found once it can be carried out again.
 */
class RecoveryTransitionTests {

	private static final Map<String, Supplier<StateMachineScenario>> STATES = Map.ofEntries(
			Map.entry("no client", StateMachineScenario::new),
			Map.entry("connecting", () -> new StateMachineScenario().open()),
			Map.entry("authenticating", () -> new StateMachineScenario().open().connect(Sasl.IN_PROGRESS)),
			Map.entry("listing", () -> new StateMachineScenario().open().connect()),
			Map.entry("reading", () -> new StateMachineScenario().open().connect().list(10, 100, A)),
			Map.entry("connected", () -> StateMachineScenario.following(A)),
			Map.entry("no path", () -> new StateMachineScenario().open().connect().list(Cause.MISSING)),
			Map.entry("path denied", () -> new StateMachineScenario().open().connect().list(Cause.DENIED)),
			Map.entry("registration denied",
					() -> new StateMachineScenario().open().connect().list(10, 100, A).failRead(A, Cause.DENIED)),
			Map.entry("listing again", () -> StateMachineScenario.following(A).pathChanged()),
			Map.entry("reading again", () -> StateMachineScenario.following(A).changed(A)),
			Map.entry("heartbeat sent",
					() -> StateMachineScenario.following(A).after(TIMEOUT / 6).due(Timer.HEARTBEAT)),
			Map.entry("lost", () -> StateMachineScenario.following(A).disconnect()),
			Map.entry("expired", () -> StateMachineScenario.following(A).on(new Input.SessionExpired(1))),
			Map.entry("withdrawn", () -> StateMachineScenario.following(A).after(TIMEOUT).due(Timer.DEADLINE)),
			Map.entry("failed", () -> StateMachineScenario.following(A).on(new Input.ClientFailed(1, null, null))),
			Map.entry("expired after it failed", () -> failed().on(new Input.SessionExpired(1))),
			Map.entry("created after one failed", () -> failed().open()),
			Map.entry("replaced",
					() -> StateMachineScenario.following(A)
						.on(new Input.ClientFailed(1, null, null))
						.due(Timer.RECREATE)),
			Map.entry("older view", () -> StateMachineScenario.following(A).open().connect().list(10, 50)));

	static Stream<Arguments> failures() {
		List<Class<? extends Command>> commands = List.of(Command.ListChildren.class, Command.ReadMember.class,
				Command.WatchPathCreation.class, Command.SendHeartbeat.class, Command.RecreateClient.class,
				Command.class);
		return STATES.keySet()
			.stream()
			.sorted()
			.flatMap((state) -> commands.stream()
				.flatMap((command) -> Stream.of(Arguments.of(state, command, true),
						Arguments.of(state, command, false))));
	}

	/** Its deadline has passed, and another one follows only with the next client. */
	private static StateMachineScenario failed() {
		return StateMachineScenario.following(A)
			.on(new Input.ClientFailed(1, null, null))
			.after(TIMEOUT)
			.due(Timer.DEADLINE);
	}

	@ParameterizedTest(name = "{0}, {1} fails, reported: {2}")
	@MethodSource("failures")
	void aTimerLeadsOutOfEveryStateWhateverFails(String state, Class<? extends Command> failing, boolean reported) {
		World world = new World(Objects.requireNonNull(STATES.get(state)).get());
		world.run(60 * TIMEOUT, failing, reported);
		assertThat(world.steps).as("steps while commands fail").isLessThan(2_000);
		// The pause before a client is replaced, the time for it, and its reads. A lost
		// reply is only noticed by the resync.
		world.run(4 * TIMEOUT + 2 * Retry.MAX_PAUSE + (reported ? 0 : StateMachineScenario.RESYNC), null, true);
		assertThat(world.scenario.leader()).isEqualTo(A);
	}

	@ParameterizedTest
	@CsvSource({ "failed, true", "failed, false", "replaced, true", "replaced, false", "lost, true", "lost, false" })
	void noLeaderIsKeptWhileNoClientCanBeCreated(String state, boolean reported) {
		World world = new World(Objects.requireNonNull(STATES.get(state)).get());
		assertThat(world.scenario.leader()).isEqualTo(A);
		world.run(TIMEOUT + TIMEOUT / 6, Command.RecreateClient.class, reported);
		assertThat(world.scenario.leader()).isEqualTo("none");
		world.run(60 * TIMEOUT, Command.RecreateClient.class, reported);
		assertThat(world.scenario.leader()).isEqualTo("none");
	}

	/** Fires timers in their order, and answers like ZooKeeper. */
	private static final class World {

		private final StateMachineScenario scenario;

		private int done;

		private int steps;

		World(StateMachineScenario scenario) {
			this.scenario = scenario;
		}

		void run(long nanos, @Nullable Class<? extends Command> failing, boolean reported) {
			long end = this.scenario.now + nanos;
			while (true) {
				carryOut(failing, reported);
				Timer next = this.scenario.timers.keySet()
					.stream()
					.min(Comparator.comparing(this.scenario.timers::get))
					.orElseThrow(() -> new AssertionError("No timer leads out of " + this.scenario.state));
				long at = Objects.requireNonNull(this.scenario.timers.get(next));
				if (at > end) {
					return;
				}
				this.scenario.now = Math.max(this.scenario.now, at);
				this.steps++;
				this.scenario.due(next);
			}
		}

		private void carryOut(@Nullable Class<? extends Command> failing, boolean reported) {
			List<Command> commands = this.scenario.commands(Command.class);
			for (; this.done < commands.size(); commands = this.scenario.commands(Command.class)) {
				Command command = commands.get(this.done++);
				if (command instanceof Command.Schedule) {
					continue;
				}
				if (failing == null || !failing.isInstance(command)) {
					answer(command);
				}
				else if (reported) {
					command.failed().ifPresent(this.scenario::on);
				}
			}
		}

		private void answer(Command command) {
			if (command instanceof Command.RecreateClient) {
				this.scenario.clientId = this.scenario.state.clientId();
				this.scenario.open().connect();
			}
			else if (command instanceof Command.ListChildren list) {
				this.scenario.on(new Input.ChildrenListed(list.clientId(), list.request(),
						new Input.Children(List.of(StateMachineScenario.name(A)), List.of(), 10, 100)));
			}
			else if (command instanceof Command.ReadMember read) {
				this.scenario.on(new Input.MemberRead(read.clientId(), read.name(),
						new Input.Decoded(StateMachineScenario.master(A, 1, "1.11.0"), List.of())));
			}
			else if (command instanceof Command.WatchPathCreation check) {
				this.scenario
					.on(new Input.PathChecked(check.clientId(), check.request(), new Failure(Cause.MISSING, "")));
			}
			else if (command instanceof Command.SendHeartbeat heartbeat) {
				this.scenario.on(new Input.HeartbeatReply(heartbeat.clientId(), new Input.PathVersion(10, 100)));
			}
		}

	}

}
