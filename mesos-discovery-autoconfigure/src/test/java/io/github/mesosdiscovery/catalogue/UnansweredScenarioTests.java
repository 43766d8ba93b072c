package io.github.mesosdiscovery.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import io.github.mesosdiscovery.faults.Outage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenarios of servers that are connected to and do not answer: the leader is withdrawn
 * when the session timeout has elapsed since the last answered read, however many
 * connections were established since.
 */
class UnansweredScenarioTests extends AbstractScenarioTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private static final int RESETS = 8;

	private static final long APART = TimeUnit.MILLISECONDS.toNanos(250);

	private Znode first;

	@BeforeEach
	void registerMaster() {
		this.path.create();
		this.first = register();
	}

	@Test
	@DisplayName("#80 The list of the children is larger than the client takes: withdrawn until they are gone")
	void theListIsTooLarge() {
		FollowedMasters masters = followFirst();
		List<Znode> large = IntStream.range(0, 5)
			.mapToObj((i) -> this.path.createChild("x".repeat(900_000) + i, new byte[0]))
			.toList();
		assertWithdrawn(masters, () -> large.forEach(Znode::delete),
				(problem) -> assertThat(problem.message()).contains("4194304", "jute.maxbuffer")
					.containsPattern("45\\d{5}"));
	}

	@Test
	@DisplayName("#81 The network drops packets above 1,400 bytes, and so the list: withdrawn until they pass")
	void largePacketsAreDropped() {
		IntStream.range(0, 60).forEach((i) -> this.path.createChild("framework-of-somebody-else-" + i, new byte[0]));
		FollowedMasters masters = followFirst();
		this.network.dropLargerThan(1400);
		this.network.reset();
		assertWithdrawn(masters, this.network::restore, UnansweredScenarioTests::assertSilentServer);
	}

	@Test
	@DisplayName("#82 The server accepts sessions and answers no read: withdrawn until it does")
	void noReadIsAnswered() {
		FollowedMasters masters = followFirst();
		this.network.withholdAnswers();
		assertWithdrawn(masters, this.network::restore, UnansweredScenarioTests::assertSilentServer);
	}

	@Test
	@DisplayName("#83 The connection flaps with no read answered, and falls silent: withdrawn as if it had not flapped")
	void theConnectionFlapsAndFallsSilent() {
		FollowedMasters masters = followFirst();
		this.network.withholdAnswers();
		assertWithdrawn(masters, () -> {
			for (int i = 0; i < RESETS; i++) {
				long next = System.nanoTime() + APART;
				await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() >= next);
				this.network.reset();
			}
			this.network.silence(Direction.TO_CLIENT);
		}, this.network::restore, (problem) -> {
		});
	}

	private FollowedMasters followFirst() {
		FollowedMasters masters = follow(builder().sessionTimeout(TIMEOUT));
		masters.awaitLeader(this.first);
		masters.awaitMasters(1);
		return masters;
	}

	private void assertWithdrawn(FollowedMasters masters, Runnable heal, Consumer<MasterProblem> reason) {
		assertWithdrawn(masters, () -> {
		}, heal, reason);
	}

	/**
	 * While nothing is answered, the leader dies: the one who followed it and one who
	 * starts now lose it or never have it, and find the next one once they can.
	 */
	private void assertWithdrawn(FollowedMasters masters, Runnable meanwhile, Runnable heal,
			Consumer<MasterProblem> reason) {
		FollowedMasters late;
		Znode second;
		try (Outage outage = Outage.begin(TIMEOUT)) {
			late = follow(builder().sessionTimeout(TIMEOUT));
			this.first.delete();
			second = register();
			meanwhile.run();
			for (FollowedMasters one : List.of(masters, late)) {
				MasterProblem problem = outage.awaitWithdrawal(one.locator);
				assertThat(problem.kind()).isEqualTo(Kind.DISCONNECTED);
				reason.accept(problem);
			}
		}
		heal.run();
		masters.awaitChanges("ELECTED " + this.first.name(), "DISCONNECTED none", "ELECTED " + second.name());
		late.awaitChanges("ELECTED " + second.name());
	}

	private static void assertSilentServer(MasterProblem problem) {
		assertThat(problem.message()).contains("answers no read");
	}

}
