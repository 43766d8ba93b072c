package io.github.mesosdiscovery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.jspecify.annotations.Nullable;

/**
 * Masters and snapshots for tests.
 */
public final class Masters {

	public static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");

	private Masters() {
	}

	public static MesosMaster master(int sequence) {
		return master(sequence, "1.11.0", null, List.of());
	}

	public static MesosMaster master(int sequence, @Nullable String version, @Nullable MasterDomain domain,
			List<String> capabilities) {
		String ip = "10.0.0." + sequence;
		return new MesosMaster("json.info_%010d".formatted(sequence), sequence, 4294967296L + sequence,
				"id-" + sequence, "master" + sequence, ip, 5050, "master@" + ip + ":5050", version,
				URI.create("http://" + ip + ":5050"), domain, capabilities, MasterInfo.getDefaultInstance());
	}

	public static UnreadableMaster unreadable(int sequence) {
		return new UnreadableMaster("json.info_%010d".formatted(sequence), sequence, 0, "not JSON", false);
	}

	public static MasterConnection connection(ConnectionState state) {
		return new MasterConnection(state, "zk1:2181,zk2:2181", "/mesos", SINCE, Duration.ofSeconds(10));
	}

	public static MasterSnapshot connected(MasterRegistration... registrations) {
		return snapshot(ConnectionState.CONNECTED, null, registrations);
	}

	public static MasterSnapshot snapshot(ConnectionState state, @Nullable MasterProblem problem,
			MasterRegistration... registrations) {
		return new MasterSnapshot(connection(state), List.of(registrations), List.of(), problem);
	}

	/** A snapshot without masters whose leader has changed. */
	public static MasterSnapshot changed(LeaderChange... changes) {
		return new MasterSnapshot(MesosMasterLocator.DEFAULT_CLUSTER, connection(ConnectionState.CONNECTED), List.of(),
				List.of(), null, true, List.of(changes));
	}

	public static LeaderChangedEvent elected(MesosMasterLocator locator, @Nullable MesosMaster previous,
			MesosMaster leader) {
		return new LeaderChangedEvent(locator, previous, Reason.ELECTED, connected(leader));
	}

}
