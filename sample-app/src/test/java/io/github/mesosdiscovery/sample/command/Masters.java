package io.github.mesosdiscovery.sample.command;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;

/**
 * Masters for tests.
 */
final class Masters {

	private Masters() {
	}

	static MesosMaster master(int sequence) {
		return MesosMaster.of(sequence, "host-" + sequence, 5050 + sequence);
	}

	static UnreadableMaster unreadable(int sequence) {
		return new UnreadableMaster("info_000000000" + sequence, sequence, 100 + sequence, "it is empty", false);
	}

}
