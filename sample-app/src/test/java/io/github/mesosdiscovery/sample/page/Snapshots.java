package io.github.mesosdiscovery.sample.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.jspecify.annotations.Nullable;

/**
 * Masters and snapshots for tests.
 */
final class Snapshots {

	private Snapshots() {
	}

	static MesosMaster master(int sequence) {
		return master(sequence, "host-" + sequence, "1.11.0");
	}

	static MesosMaster master(int sequence, String hostname, String version) {
		return new MesosMaster("json.info_%010d".formatted(sequence), sequence, 100 + sequence, "id-" + sequence,
				hostname, "127.0.0.1", 5050, "master@127.0.0.1:5050", version, URI.create("http://127.0.0.1:5050"),
				null, List.of(), MasterInfo.getDefaultInstance());
	}

	static UnreadableMaster unreadable(int sequence, String error) {
		return new UnreadableMaster("info_%010d".formatted(sequence), sequence, 100 + sequence, error, false);
	}

	static MasterSnapshot connected(MasterRegistration... masters) {
		return snapshot(ConnectionState.CONNECTED, true, null, masters);
	}

	static MasterSnapshot incomplete(MasterRegistration... masters) {
		return snapshot(ConnectionState.CONNECTED, false, null, masters);
	}

	static MasterSnapshot snapshot(ConnectionState state, MasterRegistration... masters) {
		return snapshot(state, true, null, masters);
	}

	static MasterSnapshot snapshot(ConnectionState state, boolean complete, @Nullable MasterProblem problem,
			MasterRegistration... masters) {
		return new MasterSnapshot("default", new MasterConnection(state, "zk1:2181", "/mesos", Instant.EPOCH, null),
				List.of(masters), List.of(), problem, complete, List.of());
	}

	static PageState page(MasterSnapshot snapshot) {
		return PageState.of(snapshot, new Timeline(), null);
	}

	static List<PageState> pages(int count) {
		return IntStream.range(0, count).mapToObj((i) -> page(connected(master(i)))).toList();
	}

}
