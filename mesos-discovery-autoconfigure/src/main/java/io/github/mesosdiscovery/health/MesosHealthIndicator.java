package io.github.mesosdiscovery.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link AbstractHealthIndicator Health indicator} for a {@link MesosMasterLocator}:
 * {@link Status#UP} while a leader is known, {@link Status#UNKNOWN} until something has
 * been read, and {@link Status#DOWN} otherwise. Answers from memory.
 */
public class MesosHealthIndicator extends AbstractHealthIndicator {

	private final MesosMasterLocator locator;

	private final Clock clock;

	/**
	 * Create a new indicator.
	 * @param locator the locator
	 */
	public MesosHealthIndicator(MesosMasterLocator locator) {
		this(locator, Clock.systemUTC());
	}

	MesosHealthIndicator(MesosMasterLocator locator, Clock clock) {
		super("Mesos health check failed");
		this.locator = locator;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		MasterSnapshot snapshot = this.locator.snapshot();
		builder.status(status(snapshot));
		snapshot.leader().ifPresent((leader) -> builder.withDetail("leader", describe(leader)));
		builder.withDetail("masters", snapshot.masters().size());
		builder.withDetail("connection", describe(snapshot.connection()));
		snapshot.problem().ifPresent((problem) -> builder.withDetail("problem", problem.message()));
		this.locator.lastContact().ifPresent((at) -> builder.withDetail("lastContact", describe(at)));
	}

	private Status status(MasterSnapshot snapshot) {
		return switch (snapshot.connection().state()) {
			case CONNECTED, RECONNECTING, FIXED -> snapshot.leader().isPresent() ? Status.UP : Status.DOWN;
			case CONNECTING -> Status.UNKNOWN;
			case DISCONNECTED, CLOSED -> Status.DOWN;
		};
	}

	private Map<String, Object> describe(MesosMaster leader) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("id", leader.id());
		details.put("hostname", leader.hostname());
		details.put("pid", leader.pid());
		details.put("url", leader.uri().toString());
		put(details, "version", leader.version());
		details.put("znode", leader.znode());
		return details;
	}

	private Map<String, Object> describe(MasterConnection connection) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("state", connection.state());
		put(details, "ensemble", connection.ensemble());
		put(details, "path", connection.path());
		details.put("since", connection.since());
		Duration timeout = connection.sessionTimeout();
		put(details, "sessionTimeout", (timeout != null) ? timeout.toString() : null);
		return details;
	}

	private Map<String, Object> describe(Instant contact) {
		Duration age = Duration.between(contact, this.clock.instant()).truncatedTo(ChronoUnit.MILLIS);
		return Map.of("at", contact, "age", age.isNegative() ? Duration.ZERO : age);
	}

	private void put(Map<String, Object> details, String key, @Nullable String value) {
		if (value != null) {
			details.put(key, value);
		}
	}

}
