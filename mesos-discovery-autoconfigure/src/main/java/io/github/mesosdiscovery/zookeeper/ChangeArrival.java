package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.election.Input;

/**
 * When the change behind a snapshot arrived. A watch reports only that something changed,
 * and a read what it is: the change arrived with its watch. For use by one thread at a
 * time.
 */
final class ChangeArrival {

	private boolean pending;

	private long watchArrived;

	/**
	 * Return when the change arrived that an input reports.
	 */
	long of(Input input, long arrived) {
		return (this.pending && !isWatch(input)) ? this.watchArrived : arrived;
	}

	/**
	 * Continue after an input. The first change after a watch is attributed to the watch,
	 * and no later one, or a storm of watches would extend the time without end.
	 */
	void processed(Input input, long arrived, boolean changed, boolean reading) {
		if (reading && isWatch(input)) {
			this.watchArrived = (changed || !this.pending) ? arrived : this.watchArrived;
			this.pending = true;
		}
		else if (changed || !reading) {
			this.pending = false;
		}
	}

	private static boolean isWatch(Input input) {
		return input instanceof Input.PathChanged || input instanceof Input.MemberChanged
				|| input instanceof Input.MemberDeleted;
	}

}
