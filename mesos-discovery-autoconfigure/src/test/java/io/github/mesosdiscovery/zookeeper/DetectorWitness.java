package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Sign;
import org.apache.zookeeper.ZooKeeper;

/**
 * Is told by {@link DetectorProbe} what one locator does, on the locator's own threads.
 */
public interface DetectorWitness {

	/**
	 * Something happened, and is going to be dealt with.
	 * @param sign what happened
	 */
	void happened(Sign sign);

	/**
	 * A snapshot was made, and is going to be published.
	 * @param snapshot the snapshot
	 * @param version the version of the view that it was made of
	 */
	void made(MasterSnapshot snapshot, Publication.Version version);

	/**
	 * Something was asked of ZooKeeper.
	 * @param kind what was asked for
	 */
	void asked(Request.Kind kind);

	/**
	 * A handle was made.
	 * @param handle the handle
	 */
	void opened(ZooKeeper handle);

	/**
	 * Something could not be dealt with.
	 * @param failure why
	 */
	void failed(Throwable failure);

}
