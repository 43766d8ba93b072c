package io.github.mesosdiscovery.codec;

/**
 * Thrown when the data of a registration is not that of a master. The message names the
 * znode, the problem and what to do. It is a single line of bounded length without
 * control characters. There is no cause, because messages of parsers repeat the data.
 */
public final class MasterDecodingException extends RuntimeException {

	MasterDecodingException(String reason) {
		super(reason);
	}

	MasterDecodingException(String znode, MasterDecodingException reason) {
		super("The znode '" + EscapedText.of(znode) + "' does not contain a readable master: " + reason.getMessage()
				+ ". Restart the master that wrote it, or remove the znode if it was not written by a master.");
		setStackTrace(reason.getStackTrace());
	}

}
