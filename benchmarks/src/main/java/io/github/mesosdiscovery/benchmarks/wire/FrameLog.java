package io.github.mesosdiscovery.benchmarks.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What came by since the log was cleared. Requests can be held back: then they are
 * neither written down nor go on.
 */
final class FrameLog {

	private final Set<TappedConnection> connections = new HashSet<>();

	private final List<Frame> frames = new ArrayList<>();

	private long lastChange = System.nanoTime();

	private boolean holding;

	synchronized void opened(TappedConnection connection) {
		this.connections.add(connection);
	}

	synchronized void closed(TappedConnection connection) {
		this.connections.remove(connection);
	}

	synchronized List<TappedConnection> connections() {
		return List.copyOf(this.connections);
	}

	synchronized void add(Frame frame) throws InterruptedException {
		while (frame.request() && this.holding) {
			wait();
		}
		this.frames.add(frame);
		if (!frame.operation().isSignOfLife()) {
			this.lastChange = frame.at();
		}
	}

	synchronized void hold(boolean holding) {
		this.holding = holding;
		notifyAll();
	}

	synchronized void clear() {
		this.frames.clear();
	}

	synchronized List<Frame> frames() {
		return List.copyOf(this.frames);
	}

	/**
	 * Whether something was said, and nothing but signs of life for a while.
	 */
	synchronized boolean isSettled(long nanos) {
		return System.nanoTime() - this.lastChange > nanos
				&& this.frames.stream().anyMatch((frame) -> !frame.operation().isSignOfLife());
	}

}
