package io.github.mesosdiscovery.faults;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ZooKeeperEnsemble}.
 */
class ZooKeeperEnsembleTests {

	@ParameterizedTest
	@ArgumentsSource(ZooKeeperVersions.class)
	void theEnsembleLosesItsLeaderAndItsQuorumAndComesBack(String version) {
		ZooKeeperEnsemble ensemble = ZooKeeperEnsemble.start(version);
		try (ensemble) {
			ZooKeeperProcess first = ensemble.leader();
			assertThat(ensemble.followers()).hasSize(2).doesNotContain(first);
			try (TestSession session = TestSession.open(ensemble.connectString())) {
				session.create("/before");
			}
			first.kill();
			ensemble.awaitQuorum();
			ZooKeeperProcess second = ensemble.leader();
			assertThat(second).isNotSameAs(first);
			second.kill();
			ZooKeeperProcess last = ensemble.members().stream().filter(ZooKeeperProcess::isAlive).findFirst().get();
			await().until(() -> !last.ask("srvr").contains("Mode: "));
			first.launch();
			second.launch();
			ensemble.awaitAll();
			for (ZooKeeperProcess member : ensemble.members()) {
				try (TestSession session = TestSession.open(member.connectString())) {
					assertThat(session.exists("/before")).isTrue();
				}
			}
		}
		assertThat(ensemble.members()).noneMatch(ZooKeeperProcess::isAlive);
	}

}
