package io.github.mesosdiscovery.sample.command;

/**
 * The command was called in a way that it does not understand. The message repeats no
 * argument that could hold a password.
 */
final class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
