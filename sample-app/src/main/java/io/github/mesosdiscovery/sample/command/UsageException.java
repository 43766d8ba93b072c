package io.github.mesosdiscovery.sample.command;

/**
 * Thrown for wrong options. The message repeats no argument that can contain a password.
 */
final class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
