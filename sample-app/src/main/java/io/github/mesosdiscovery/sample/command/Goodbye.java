package io.github.mesosdiscovery.sample.command;

import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

/**
 * Closes a locator for a process that ends then.
 * <p>
 * The session is ended, so that the server need not wait for its timeout. What the client
 * does after that is left to the end of the process: its thread sleeps for a tenth of a
 * second. But a JVM that ends waits three times as long for a thread that listens to the
 * network, so that this must not come too early.
 */
final class Goodbye {

	/** What the name of the client's thread that talks to the server begins with. */
	private static final String CLIENT = "mesos-discovery-";

	private static final String TALKING = "-SendThread(";

	private static final int STEP = 2;

	private Goodbye() {
	}

	static void to(ZooKeeperMasterLocator locator) throws InterruptedException {
		Thread closing = new Thread(locator::close, "mesos-leader-close");
		closing.setDaemon(true);
		closing.start();
		while (closing.isAlive() && isTalking()) {
			closing.join(STEP);
		}
	}

	private static boolean isTalking() {
		Thread[] threads = new Thread[Thread.activeCount() * 2];
		int count = Thread.enumerate(threads);
		for (int i = 0; i < count; i++) {
			String name = threads[i].getName();
			if (name.startsWith(CLIENT) && name.contains(TALKING)) {
				return threads[i].getState() != Thread.State.TIMED_WAITING;
			}
		}
		return false;
	}

}
