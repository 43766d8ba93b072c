package io.github.mesosdiscovery.benchmarks.wire;

import org.apache.zookeeper.ZooDefs.OpCode;

/**
 * The kinds of messages.
 */
public enum Operation {

	CONNECT, LIST,

	/** Reads data and sets a watch. */
	GET,

	/** Reads data without a watch: the heartbeat of a locator. */
	HEARTBEAT,

	EXISTS, SYNC, SET_WATCHES, PING, CLOSE, OTHER,

	/** Sent by the server when a watch fires. */
	WATCH_EVENT;

	/** Return whether this kind is also sent when nothing changes. */
	public boolean isHeartbeat() {
		return this == HEARTBEAT || this == PING;
	}

	static Operation of(int type, boolean watch) {
		return switch (type) {
			case OpCode.exists -> EXISTS;
			case OpCode.getData -> watch ? GET : HEARTBEAT;
			case OpCode.getChildren, OpCode.getChildren2 -> LIST;
			case OpCode.sync -> SYNC;
			case OpCode.ping -> PING;
			case OpCode.setWatches, OpCode.setWatches2 -> SET_WATCHES;
			case OpCode.closeSession -> CLOSE;
			default -> OTHER;
		};
	}

}
