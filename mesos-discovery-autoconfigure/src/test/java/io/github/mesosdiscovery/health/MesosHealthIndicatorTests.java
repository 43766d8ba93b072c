package io.github.mesosdiscovery.health;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.Masters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link MesosHealthIndicator}.
 */
class MesosHealthIndicatorTests {

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected());

	private final MesosHealthIndicator indicator = new MesosHealthIndicator(this.locator,
			Clock.fixed(Masters.SINCE, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "CONNECTED, UP", "RECONNECTING, UP", "FIXED, UP", "CONNECTING, UNKNOWN", "DISCONNECTED, DOWN",
			"CLOSED, DOWN" })
	void statusWithLeader(ConnectionState state, String status) {
		assertThat(health(Masters.snapshot(state, null, Masters.master(1))).getStatus()).isEqualTo(new Status(status));
	}

	@ParameterizedTest
	@CsvSource({ "CONNECTED, DOWN", "RECONNECTING, DOWN", "FIXED, DOWN", "CONNECTING, UNKNOWN", "DISCONNECTED, DOWN",
			"CLOSED, DOWN" })
	void statusWithoutLeader(ConnectionState state, String status) {
		assertThat(health(Masters.snapshot(state, null)).getStatus()).isEqualTo(new Status(status));
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "UNREADABLE", "NOT_AUTHORIZED" })
	void downWithMastersButNoLeader(Kind kind) {
		MasterProblem problem = new MasterProblem(kind, "what is wrong", "json.info_0000000001");
		Health health = health(
				Masters.snapshot(ConnectionState.CONNECTED, problem, Masters.unreadable(1), Masters.master(2)));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("problem", "what is wrong")
			.containsEntry("masters", 1)
			.doesNotContainKey("leader");
	}

	@Test
	void detailsOfLeaderAndConnection() {
		Health health = health(Masters.connected(Masters.master(1), Masters.master(2)));
		assertThat(health.getDetails()).containsExactly(
				entry("leader",
						Map.of("id", "id-1", "hostname", "master1", "pid", "master@10.0.0.1:5050", "url",
								"http://10.0.0.1:5050", "version", "1.11.0", "znode", "json.info_0000000001")),
				entry("masters", 2), entry("connection", Map.of("state", ConnectionState.CONNECTED, "ensemble",
						"zk1:2181,zk2:2181", "path", "/mesos", "since", Masters.SINCE, "sessionTimeout", "PT10S")));
	}

	@Test
	void detailsOfFixedMasterHaveNeitherEnsembleNorPath() {
		MasterConnection fixed = new MasterConnection(ConnectionState.FIXED, null, null, Masters.SINCE, null);
		Health health = health(
				new MasterSnapshot(fixed, List.of(Masters.master(1, null, null, List.of())), List.of(), null));
		assertThat(health.getDetails()).containsEntry("connection",
				Map.of("state", ConnectionState.FIXED, "since", Masters.SINCE));
		assertThat(health.getDetails().get("leader")).isInstanceOf(Map.class).asString().doesNotContain("version");
	}

	@Test
	void ageOfLastContact() {
		this.locator.setLastContact(Masters.SINCE.minusMillis(1500));
		assertThat(health(Masters.connected()).getDetails()).containsEntry("lastContact",
				Map.of("at", Masters.SINCE.minusMillis(1500), "age", Duration.ofMillis(1500)));
	}

	@Test
	void ageOfLastContactIsNeverNegative() {
		this.locator.setLastContact(Masters.SINCE.plusSeconds(5));
		assertThat(health(Masters.connected()).getDetails()).containsEntry("lastContact",
				Map.of("at", Masters.SINCE.plusSeconds(5), "age", Duration.ZERO));
	}

	@Test
	void noAgeBeforeFirstContact() {
		assertThat(health(Masters.connected()).getDetails()).doesNotContainKey("lastContact");
	}

	private Health health(MasterSnapshot snapshot) {
		this.locator.set(snapshot);
		return this.indicator.health();
	}

}
