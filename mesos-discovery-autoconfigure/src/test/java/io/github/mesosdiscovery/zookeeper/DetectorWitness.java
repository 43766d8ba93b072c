package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Sign;
import org.apache.zookeeper.ZooKeeper;

/**
 * Receives from {@link DetectorProbe} what one locator does, on the locator's threads.
 */
public interface DetectorWitness {

	/**
	 * An input is about to be processed.
	 * @param sign the input
	 */
	void happened(Sign sign);

	/**
	 * A snapshot is about to be published.
	 * @param snapshot the snapshot
	 * @param version the version of the view that it shows
	 */
	void made(MasterSnapshot snapshot, Publication.Version version);

	/**
	 * A request is sent to ZooKeeper.
	 * @param kind the kind of the request
	 */
	void asked(Request.Kind kind);

	/**
	 * A client was created.
	 * @param client the client
	 */
	void opened(ZooKeeper client);

	/**
	 * An input could not be processed.
	 * @param failure the exception
	 */
	void failed(Throwable failure);

}
