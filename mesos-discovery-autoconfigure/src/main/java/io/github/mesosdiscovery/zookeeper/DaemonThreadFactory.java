package io.github.mesosdiscovery.zookeeper;

import java.util.concurrent.ThreadFactory;

/**
 * Creates daemon threads of one name.
 */
record DaemonThreadFactory(String name) implements ThreadFactory {

	@Override
	public Thread newThread(Runnable task) {
		Thread thread = new Thread(task, this.name);
		thread.setDaemon(true);
		return thread;
	}

}
