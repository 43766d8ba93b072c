package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.truth.LoggedTransaction;
import io.github.mesosdiscovery.history.truth.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The library only reads: in the transaction log of the server its sessions begin and
 * end, and do nothing else, whatever happens to them.
 */
class ReadOnlyTransactionLogTests {

	@ParameterizedTest
	@ArgumentsSource(ZooKeeperVersions.class)
	void sessionsOfLocatorsBeginAndEnd(String version) {
		Outcome outcome = HistoryRun.of(new HistoryScenario(1, version, 1, Duration.ofSeconds(1), 2, 2,
				List.of(new Step(100, Action.UPDATE, 0, 0), new Step(200, Action.EXPIRE_LOCATOR, 0, 0),
						new Step(300, Action.RESET, 1, 0), new Step(500, Action.SPOIL, 0, 0),
						new Step(600, Action.REPLACE, 1, 0), new Step(900, Action.REMAKE, 0, 0),
						new Step(1200, Action.JOIN, 0, 0))));
		Set<Long> sessions = outcome.history()
			.lives()
			.stream()
			.map(Life::sessions)
			.flatMap(Set::stream)
			.collect(Collectors.toSet());
		List<LoggedTransaction> transactions = outcome.history()
			.truth()
			.transactions()
			.stream()
			.filter((transaction) -> sessions.contains(transaction.session()))
			.toList();
		assertThat(sessions).hasSizeGreaterThanOrEqualTo(3);
		assertThat(transactions).hasSize(2 * sessions.size())
			.flatExtracting(LoggedTransaction::operations)
			.allSatisfy((operation) -> assertThat(operation).isInstanceOfAny(Operation.OpenSession.class,
					Operation.CloseSession.class));
	}

}
