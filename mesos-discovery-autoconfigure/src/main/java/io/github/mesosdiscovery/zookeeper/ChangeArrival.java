package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.election.Input;

/**
 * When the change arrived that a snapshot results from: a watch reports a change, but
 * often it has to be read what changed. For use by one thread at a time.
 */
final class ChangeArrival {

	private boolean pending;

	private long watched;

	/**
	 * Return when the change arrived that an input reports.
	 */
	long of(Input input, long arrived) {
		return (this.pending && !isWatch(input)) ? this.watched : arrived;
	}

	/**
	 * Continue after an input. The first change after a watch is attributed to it: a
	 * storm of watches must not lengthen the time without end.
	 */
	void processed(Input input, long arrived, boolean changed, boolean reading) {
		if (!reading) {
			this.pending = false;
		}
		else if (isWatch(input)) {
			if (changed || !this.pending) {
				this.watched = arrived;
			}
			this.pending = true;
		}
		else if (changed) {
			this.pending = false;
		}
	}

	private static boolean isWatch(Input input) {
		return input instanceof Input.PathChanged || input instanceof Input.MemberChanged
				|| input instanceof Input.MemberDeleted;
	}

}
