package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

/**
 * The result of one transition (internal).
 *
 * @param state the next state, which holds the snapshot to publish
 * @param commands what to do, in this order
 * @param log what to log, before the snapshot is published
 */
public record TransitionResult(DetectorState state, List<Command> commands, List<LogEntry> log) {

	/**
	 * A line for the log.
	 *
	 * @param warning whether it is a warning; otherwise it is information
	 * @param message the text
	 * @param repeated whether the same line is likely to come again, so that it is logged
	 * once only
	 */
	public record LogEntry(boolean warning, String message, boolean repeated) {
	}

}
