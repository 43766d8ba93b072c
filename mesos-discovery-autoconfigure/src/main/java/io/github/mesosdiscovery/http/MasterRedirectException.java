package io.github.mesosdiscovery.http;

import java.io.IOException;

/**
 * A master answered a request with a redirect that is not followed. The message names the
 * master, where it pointed, and why nothing was sent there.
 */
public class MasterRedirectException extends IOException {

	/**
	 * Create a new exception.
	 * @param message what was not followed, and why
	 */
	public MasterRedirectException(String message) {
		super(message);
	}

}
