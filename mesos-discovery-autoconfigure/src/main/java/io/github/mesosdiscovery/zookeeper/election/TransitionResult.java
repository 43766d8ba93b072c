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

}
