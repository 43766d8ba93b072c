package io.github.mesosdiscovery.versions;

import java.time.Duration;
import java.time.Instant;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.faults.MasterPath.Znode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server is killed and comes back, before and after the session timeout.
 */
class RestartTests extends AbstractVersionTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	@AfterEach
	void startAgain() {
		if (!zooKeeper.isAlive()) {
			zooKeeper.restart();
		}
	}

	@Test
	void nothingIsHeardOfARestartWithinTheSessionTimeout() {
		this.path.create();
		Znode first = this.path.register(MasterFormat.JSON, 5050);
		Znode second = this.path.register(MasterFormat.JSON, 5051);
		FollowingApplication application = follow(Duration.ofSeconds(15));
		application.await((answer) -> answer.path("masters").size() == 2);
		long epoch = first.epoch();
		zooKeeper.kill();
		JsonNode mesos = application.awaitState("RECONNECTING");
		assertThat(mesos.at("/leader/epoch").asLong()).isEqualTo(epoch);
		assertThat(mesos.get("masters")).hasSize(2);
		assertThat(application.health().get("status").asString()).isEqualTo("UP");
		zooKeeper.restart();
		mesos = application.awaitState("CONNECTED");
		assertThat(mesos.at("/leader/epoch").asLong()).isEqualTo(epoch);
		assertThat(mesos.get("masters")).hasSize(2);
		first.delete();
		application.awaitLeader(second);
		assertThat(application.awaitChanges(2)).containsExactly("ELECTED " + first.name(), "ELECTED " + second.name());
	}

	@Test
	void theLeaderIsWithdrawnAfterTheSessionTimeoutAndComesBack() {
		this.path.create();
		Znode master = this.path.register(MasterFormat.JSON, 5050);
		FollowingApplication application = follow(TIMEOUT);
		application.awaitLeader(master);
		zooKeeper.kill();
		Instant lost = since(application.awaitState("RECONNECTING"));
		JsonNode mesos = application.awaitState("DISCONNECTED");
		// It counts from the last contact, which is a little older than the loss.
		assertThat(Duration.between(lost, since(mesos))).isBetween(TIMEOUT.multipliedBy(2).dividedBy(3),
				TIMEOUT.multipliedBy(2));
		assertThat(mesos.get("leader").isNull()).isTrue();
		assertThat(mesos.get("masters")).isEmpty();
		assertThat(mesos.at("/problem/kind").asString()).isEqualTo("DISCONNECTED");
		assertThat(application.health().get("status").asString()).isEqualTo("DOWN");
		zooKeeper.restart();
		application.awaitLeader(master);
		assertThat(application.health().get("status").asString()).isEqualTo("UP");
		assertThat(application.awaitChanges(3)).containsExactly("ELECTED " + master.name(), "DISCONNECTED none",
				"ELECTED " + master.name());
	}

	private static Instant since(JsonNode mesos) {
		return Instant.parse(mesos.at("/connection/since").asString());
	}

}
