package io.github.mesosdiscovery.zookeeper;

/**
 * An exception that makes the log fail, as a full disk can.
 */
final class UnloggableException extends RuntimeException {

	@Override
	public String getMessage() {
		throw new IllegalStateException("on purpose");
	}

}
