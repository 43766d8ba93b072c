package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ZooKeeperMasterLocator.Builder}.
 */
class ZooKeeperMasterLocatorBuilderTests {

	private final ZooKeeperMasterLocator.Builder builder = ZooKeeperMasterLocator.builder("zk://localhost/mesos");

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT2H" })
	void sessionTimeoutOutOfRangeIsRejected(Duration timeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.sessionTimeout(timeout))
			.withMessageContaining("session timeout")
			.withMessageContaining(timeout.toString());
	}

	@Test
	void resyncIntervalOutOfRangeIsRejected() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.builder.resyncInterval(ChronoUnit.FOREVER.getDuration()))
			.withMessageContaining("resync interval");
	}

	@Test
	void unknownSchemeIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.scheme("ftp").build());
	}

}
