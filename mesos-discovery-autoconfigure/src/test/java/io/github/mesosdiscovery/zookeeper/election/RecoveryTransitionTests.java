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

import static io.github.mesosdiscovery.zookeeper.election.Scenario.A;
import static io.github.mesosdiscovery.zookeeper.election.Scenario.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every state and every command: whatever fails to be carried out, with a word or
 * without, a timer leads out, and the leader is found when it can be carried out again.
 */
class RecoveryTransitionTests {

	private static final Map<String, Supplier<Scenario>> STATES = Map.ofEntries(Map.entry("not opened", Scenario::new),
			Map.entry("connecting", () -> new Scenario().open()),
			Map.entry("authenticating", () -> new Scenario().open().connect(Sasl.IN_PROGRESS)),
			Map.entry("listing", () -> new Scenario().open().connect()),
			Map.entry("reading", () -> new Scenario().open().connect().list(10, 100, A)),
			Map.entry("following", () -> Scenario.following(A)),
			Map.entry("no path", () -> new Scenario().open().connect().list(Cause.MISSING)),
			Map.entry("path closed", () -> new Scenario().open().connect().list(Cause.DENIED)),
			Map.entry("registration closed",
					() -> new Scenario().open().connect().list(10, 100, A).fetched(A, Cause.DENIED)),
			Map.entry("listing again", () -> Scenario.following(A).pathChanged()),
			Map.entry("reading again", () -> Scenario.following(A).changed(A)),
			Map.entry("pinging", () -> Scenario.following(A).after(TIMEOUT / 6).due(Timer.HEARTBEAT)),
			Map.entry("lost", () -> Scenario.following(A).disconnect()),
			Map.entry("expired", () -> Scenario.following(A).on(new Input.SessionExpired(1))),
			Map.entry("withdrawn", () -> Scenario.following(A).after(TIMEOUT).due(Timer.DEADLINE)),
			Map.entry("dead", () -> Scenario.following(A).on(new Input.ClientFailed(1, null, null))),
			Map.entry("replaced",
					() -> Scenario.following(A).on(new Input.ClientFailed(1, null, null)).due(Timer.RECREATE)),
			Map.entry("older view", () -> Scenario.following(A).open().connect().list(10, 50)));

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

	@ParameterizedTest(name = "{0}, {1} fails, with a word: {2}")
	@MethodSource("failures")
	void aTimerLeadsOutOfEveryStateWhateverFails(String state, Class<? extends Command> failing, boolean told) {
		World world = new World(Objects.requireNonNull(STATES.get(state)).get());
		world.run(60 * TIMEOUT, failing, told);
		assertThat(world.steps).as("steps while commands fail").isLessThan(2_000);
		// The pause before a client is replaced, the time for it, and its reads; of a
		// reply that was lost without a word only the resync knows.
		world.run(4 * TIMEOUT + 2 * Retry.MAX_PAUSE + (told ? 0 : Scenario.RESYNC), null, true);
		assertThat(world.scenario.leader()).isEqualTo(A);
	}

	@ParameterizedTest
	@CsvSource({ "dead, true", "dead, false", "replaced, true", "replaced, false", "lost, true", "lost, false" })
	void nobodyIsKeptWhileNoClientCanBeHad(String state, boolean told) {
		World world = new World(Objects.requireNonNull(STATES.get(state)).get());
		assertThat(world.scenario.leader()).isEqualTo(A);
		world.run(TIMEOUT + TIMEOUT / 6, Command.RecreateClient.class, told);
		assertThat(world.scenario.leader()).isEqualTo("none");
		world.run(60 * TIMEOUT, Command.RecreateClient.class, told);
		assertThat(world.scenario.leader()).isEqualTo("none");
	}

	/** Lets timers run out in their order, and answers as ZooKeeper would. */
	private static final class World {

		private final Scenario scenario;

		private int done;

		private int steps;

		World(Scenario scenario) {
			this.scenario = scenario;
		}

		void run(long nanos, @Nullable Class<? extends Command> failing, boolean told) {
			long end = this.scenario.now + nanos;
			while (true) {
				carryOut(failing, told);
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

		private void carryOut(@Nullable Class<? extends Command> failing, boolean told) {
			List<Command> commands = this.scenario.commands(Command.class);
			for (; this.done < commands.size(); commands = this.scenario.commands(Command.class)) {
				Command command = commands.get(this.done++);
				if (command instanceof Command.Schedule) {
					continue;
				}
				if (failing == null || !failing.isInstance(command)) {
					answer(command);
				}
				else if (told) {
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
						new Input.Children(List.of(Scenario.name(A)), List.of(), 10, 100)));
			}
			else if (command instanceof Command.ReadMember fetch) {
				this.scenario.on(new Input.MemberRead(fetch.clientId(), fetch.name(),
						new Input.Decoded(Scenario.master(A, 1, "1.11.0"), List.of())));
			}
			else if (command instanceof Command.WatchPathCreation check) {
				this.scenario
					.on(new Input.PathChecked(check.clientId(), check.request(), new Failure(Cause.MISSING, "")));
			}
			else if (command instanceof Command.SendHeartbeat ping) {
				this.scenario.on(new Input.HeartbeatReply(ping.clientId(), new Input.PathVersion(10, 100)));
			}
		}

	}

}
