package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;

/**
 * Records the events of a listener.
 */
public class Recorder implements MesosMasterListener {

	/** The changes of the leader, in order. */
	public final List<LeaderChangedEvent> leaders = new CopyOnWriteArrayList<>();

	/** The changes of the masters, in order. */
	public final List<MastersChangedEvent> masters = new CopyOnWriteArrayList<>();

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		this.leaders.add(event);
	}

	@Override
	public void mastersChanged(MastersChangedEvent event) {
		this.masters.add(event);
	}

	/**
	 * Return the changes of the leader.
	 * @return each as {@code REASON znode}
	 */
	public List<String> changes() {
		return this.leaders.stream().map((event) -> event.getReason() + " " + znode(event.getLeader())).toList();
	}

	private static String znode(Optional<MesosMaster> master) {
		return master.map(MasterRegistration::znode).orElse("none");
	}

}
