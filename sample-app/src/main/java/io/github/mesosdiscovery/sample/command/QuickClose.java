package io.github.mesosdiscovery.sample.command;

import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

/**
 * Closes a locator just before the process exits.
 * <p>
 * It waits until the session is closed, so that the server need not wait for the session
 * timeout, and not for the rest: the client's thread sleeps for a tenth of a second then.
 * It must not return sooner either, because a JVM that exits waits three times as long
 * for a thread that reads from the network.
 */
final class QuickClose {

	/** Beginning of the names of the locator's threads. */
	private static final String CLIENT = "mesos-discovery-";

	/** Part of the name of the client's thread for the network. */
	private static final String NETWORK = "-SendThread(";

	private static final int POLL_MILLIS = 2;

	private QuickClose() {
	}

	static void close(ZooKeeperMasterLocator locator) throws InterruptedException {
		Thread closing = new Thread(locator::close, "mesos-leader-close");
		closing.setDaemon(true);
		closing.start();
		while (closing.isAlive() && isConnected()) {
			closing.join(POLL_MILLIS);
		}
	}

	private static boolean isConnected() {
		Thread[] threads = new Thread[Thread.activeCount() * 2];
		int count = Thread.enumerate(threads);
		for (int i = 0; i < count; i++) {
			String name = threads[i].getName();
			if (name.startsWith(CLIENT) && name.contains(NETWORK)) {
				return threads[i].getState() != Thread.State.TIMED_WAITING;
			}
		}
		return false;
	}

}
