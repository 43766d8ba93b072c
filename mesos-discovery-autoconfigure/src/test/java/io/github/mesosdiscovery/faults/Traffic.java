package io.github.mesosdiscovery.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * How bytes go through a {@link FaultProxy} now.
 */
final class Traffic {

	private Set<Direction> silent = EnumSet.noneOf(Direction.class);

	private Set<Direction> limited = EnumSet.noneOf(Direction.class);

	private int limit;

	private boolean withoutAnswers;

	private long delay;

	synchronized void silence(Set<Direction> directions) {
		this.silent = directions;
		notifyAll();
	}

	synchronized void dropLargerThan(int limit, Set<Direction> directions) {
		this.limit = limit;
		this.limited = directions;
		notifyAll();
	}

	synchronized void withholdAnswers() {
		this.withoutAnswers = true;
	}

	synchronized void delay(long nanos) {
		this.delay = nanos;
	}

	synchronized long delay() {
		return this.delay;
	}

	synchronized void restore() {
		this.silent = EnumSet.noneOf(Direction.class);
		this.limited = EnumSet.noneOf(Direction.class);
		this.withoutAnswers = false;
		this.delay = 0;
		notifyAll();
	}

	/** Wait until bytes may go this way. */
	synchronized void awaitPassage(Direction direction) throws InterruptedException {
		while (this.silent.contains(direction)) {
			wait();
		}
	}

	/** Wait until the current packet may go this way. */
	synchronized void awaitPassage(Direction direction, Packets packets) throws InterruptedException {
		while (!passes(direction, packets)) {
			wait();
		}
	}

	synchronized boolean passes(Direction direction, Packets packets) {
		boolean large = this.limited.contains(direction) && packets.length() > this.limit;
		boolean answer = direction == Direction.TO_CLIENT && !packets.isHandshake();
		return !large && !(answer && this.withoutAnswers);
	}

}
