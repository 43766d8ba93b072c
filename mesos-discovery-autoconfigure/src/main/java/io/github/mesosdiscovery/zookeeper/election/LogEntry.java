package io.github.mesosdiscovery.zookeeper.election;

/**
 * A line for the log (internal).
 *
 * @param warning whether it is a warning; otherwise it is information
 * @param message the text
 * @param repeated whether the same line is likely to come again, so that it is logged
 * once only
 */
public record LogEntry(boolean warning, String message, boolean repeated) {

}
