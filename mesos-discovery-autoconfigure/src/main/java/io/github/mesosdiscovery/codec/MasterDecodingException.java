package io.github.mesosdiscovery.codec;

/**
 * The data of a registration is not that of a master. The message names the znode and
 * says what was found, what was expected and what to do; it is one line of bounded length
 * without control characters, whatever the data was.
 * <p>
 * Unchecked: a caller can do no more than report it, and there is no cause, since the
 * messages of parsers repeat what they were given.
 */
public final class MasterDecodingException extends RuntimeException {

	MasterDecodingException(String reason) {
		super(reason);
	}

	/**
	 * Name the znode.
	 * @param znode the name of the znode
	 * @return an exception with the same reason
	 */
	MasterDecodingException at(String znode) {
		MasterDecodingException exception = new MasterDecodingException(
				"The znode '" + EscapedText.of(znode) + "' does not hold a master that can be read: " + getMessage()
						+ ". Start the master that wrote it again, or remove the znode if no master did.");
		exception.setStackTrace(getStackTrace());
		return exception;
	}

}
