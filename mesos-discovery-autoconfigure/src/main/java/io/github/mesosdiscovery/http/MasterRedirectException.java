package io.github.mesosdiscovery.http;

import java.io.IOException;

/**
 * Thrown when a redirect of a master is not followed. The message names the master, the
 * target of the redirect, and why nothing was sent there.
 */
public class MasterRedirectException extends IOException {

	/**
	 * Create a new exception.
	 * @param message the detail message
	 */
	public MasterRedirectException(String message) {
		super(message);
	}

}
