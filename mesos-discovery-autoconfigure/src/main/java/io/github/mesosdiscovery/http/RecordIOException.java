package io.github.mesosdiscovery.http;

import java.io.IOException;

/**
 * Thrown when a stream is not a valid RecordIO stream, or when a record is too large. The
 * message says which record, what was expected and what was found. Nothing more can be
 * read from the stream.
 */
public class RecordIOException extends IOException {

	/**
	 * Create a new exception.
	 * @param message the detail message
	 */
	public RecordIOException(String message) {
		super(message);
	}

}
