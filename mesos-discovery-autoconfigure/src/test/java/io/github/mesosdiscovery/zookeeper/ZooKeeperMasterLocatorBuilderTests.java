package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ZooKeeperMasterLocatorBuilderTests {

	@Test
	void durationsThatCannotBeAreRefused() {
		for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(2))) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> ZooKeeperMasterLocator.builder("zk://localhost/mesos").sessionTimeout(wrong))
				.withMessageContaining("session timeout")
				.withMessageContaining(wrong.toString());
		}
		assertThatIllegalArgumentException().isThrownBy(
				() -> ZooKeeperMasterLocator.builder("zk://localhost/mesos").resyncInterval(Duration.ofDays(400)));
	}

}
