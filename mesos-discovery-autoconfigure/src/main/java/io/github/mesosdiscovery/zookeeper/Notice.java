package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.Signal.PathChanged;
import io.github.mesosdiscovery.zookeeper.Signal.ZnodeChanged;
import io.github.mesosdiscovery.zookeeper.Signal.ZnodeDeleted;

/**
 * Since when a change has been under way: a watch tells that there is one, but often it
 * has to be read what it is. Only for who deals with signals, one at a time.
 */
final class Notice {

	private boolean pending;

	private long watched;

	/**
	 * Return since when that has been under way which a signal tells of.
	 */
	long since(Signal signal, long arrived) {
		return (this.pending && !isOfWatch(signal)) ? this.watched : arrived;
	}

	/**
	 * Go on after a signal. What was read since a watch is taken for what it told of, up
	 * to the first change: a storm of watches must not lengthen the time from one to the
	 * next without end.
	 */
	void dealtWith(Signal signal, long arrived, boolean changed, Tracking next) {
		if (!isReading(next)) {
			this.pending = false;
		}
		else if (isOfWatch(signal)) {
			if (changed || !this.pending) {
				this.watched = arrived;
			}
			this.pending = true;
		}
		else if (changed) {
			this.pending = false;
		}
	}

	private static boolean isOfWatch(Signal signal) {
		return signal instanceof PathChanged || signal instanceof ZnodeChanged || signal instanceof ZnodeDeleted;
	}

	private static boolean isReading(Tracking tracking) {
		return tracking.path().list() != 0 || tracking.path().check() != 0 || tracking.slots().reading() != 0;
	}

}
