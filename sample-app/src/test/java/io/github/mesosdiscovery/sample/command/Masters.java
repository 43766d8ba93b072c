package io.github.mesosdiscovery.sample.command;

import java.net.URI;
import java.util.List;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.proto.MasterInfo;

/**
 * Masters for tests.
 */
final class Masters {

	private Masters() {
	}

	static MesosMaster master(int sequence) {
		int port = 5050 + sequence;
		return new MesosMaster("json.info_000000000" + sequence, sequence, 100 + sequence, "id-" + sequence,
				"host-" + sequence, "127.0.0.1", port, "master@127.0.0.1:" + port, "1.11.0",
				URI.create("http://127.0.0.1:" + port), null, List.of(),
				MasterInfo.newBuilder().setId("id-" + sequence).setPort(port).build());
	}

	static UnreadableMaster unreadable(int sequence) {
		return new UnreadableMaster("info_000000000" + sequence, sequence, 100 + sequence, "it is empty", false);
	}

}
