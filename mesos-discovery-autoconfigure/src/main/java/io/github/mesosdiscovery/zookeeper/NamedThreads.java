package io.github.mesosdiscovery.zookeeper;

import java.util.concurrent.ThreadFactory;

/**
 * Makes daemon threads of one name: no thread of ours keeps a process alive.
 *
 * @param name the name
 */
record NamedThreads(String name) implements ThreadFactory {

	@Override
	public Thread newThread(Runnable task) {
		Thread thread = new Thread(task, this.name);
		thread.setDaemon(true);
		return thread;
	}

}
