package io.github.mesosdiscovery.sample.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;

/**
 * What the command prints.
 *
 * @param snapshot a snapshot with a leader
 */
record Answer(MasterSnapshot snapshot) {

	/**
	 * Return the leader as the JSON of its {@code MasterInfo}.
	 */
	String leader() {
		return IndentedJson.of(leadingMaster().masterInfoJson());
	}

	/**
	 * Return all masters as a JSON array in election order.
	 */
	String masters() {
		return IndentedJson.of(this.snapshot.masters()
			.stream()
			.map(MesosMaster::masterInfoJson)
			.collect(Collectors.joining(",", "[", "]")));
	}

	/**
	 * Return remarks: how many masters there are, which one leads, and what is missing.
	 */
	List<String> remarks() {
		List<String> remarks = new ArrayList<>();
		remarks
			.add("Found " + this.snapshot.masters().size() + " Masters; current Leader: " + leadingMaster().hostname());
		for (MasterRegistration registration : this.snapshot.registrations()) {
			if (registration instanceof UnreadableMaster unreadable) {
				remarks.add("Left out " + unreadable.znode() + ", which cannot be read: " + unreadable.error());
			}
		}
		if (!this.snapshot.isComplete()) {
			remarks.add("More masters are registered, but they could not be read in time");
		}
		return remarks;
	}

	private MesosMaster leadingMaster() {
		return this.snapshot.leader().orElseThrow();
	}

}
