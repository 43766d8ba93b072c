package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads the file that a mechanism string names. No exception has a cause: its message
 * would repeat a path that was redacted.
 */
final class MechanismFile {

	static final int MAX_BYTES = 16 * 1024;

	private static final String EXAMPLE = "file:///etc/mesos/zk";

	private MechanismFile() {
	}

	static String read(String path) {
		if (path.isEmpty()) {
			throw new InvalidMechanismException("no file is named after file://", EXAMPLE);
		}
		try {
			return read(path, Path.of(path));
		}
		catch (InvalidPathException ex) {
			throw refuse(path, "is no path of this system");
		}
	}

	private static String read(String path, Path file) {
		if (!Files.exists(file)) {
			throw refuse(path, "does not exist");
		}
		// A pipe or a device could block or never end.
		if (!Files.isRegularFile(file)) {
			throw refuse(path, "is not a regular file");
		}
		byte[] content;
		try (InputStream in = Files.newInputStream(file)) {
			content = in.readNBytes(MAX_BYTES + 1);
		}
		catch (IOException ex) {
			throw refuse(path, "cannot be read (" + ex.getClass().getSimpleName() + ")");
		}
		if (content.length > MAX_BYTES) {
			throw refuse(path, "is larger than " + MAX_BYTES + " bytes");
		}
		return decode(path, content);
	}

	private static String decode(String path, byte[] content) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString().strip();
			if (text.isEmpty()) {
				throw refuse(path, "is empty");
			}
			return text;
		}
		catch (CharacterCodingException ex) {
			throw refuse(path, "is not UTF-8 text");
		}
	}

	private static InvalidMechanismException refuse(String path, String problem) {
		return new InvalidMechanismException("the file " + Redaction.ofFile(path) + " " + problem, EXAMPLE);
	}

}
