package io.github.mesosdiscovery.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * How bytes go through a {@link FaultProxy} now.
 */
final class Traffic {

	private Set<Direction> silent = EnumSet.noneOf(Direction.class);

	private long delay;

	synchronized void silence(Set<Direction> directions) {
		this.silent = directions;
		notifyAll();
	}

	synchronized void delay(long nanos) {
		this.delay = nanos;
	}

	synchronized long delay() {
		return this.delay;
	}

	synchronized void restore() {
		this.silent = EnumSet.noneOf(Direction.class);
		this.delay = 0;
		notifyAll();
	}

	/** Wait until bytes may go this way. */
	synchronized void awaitPassage(Direction direction) throws InterruptedException {
		while (this.silent.contains(direction)) {
			wait();
		}
	}

}
