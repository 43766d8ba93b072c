package io.github.mesosdiscovery.url;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads the file that a master URL names. No exception repeats the path, nor has a cause
 * that would: a text that was taken for a path can hold a password.
 */
final class MasterUrlFile {

	static final int MAX_BYTES = 16 * 1024;

	private static final String EXAMPLE = "file:///etc/mesos/zk";

	private MasterUrlFile() {
	}

	static String read(String path) {
		if (path.isEmpty()) {
			throw new InvalidMasterUrlException("no file is named after file://", EXAMPLE);
		}
		try {
			return read(Path.of(path));
		}
		catch (InvalidPathException ex) {
			throw refuse("has a path that this system does not allow");
		}
	}

	private static String read(Path file) {
		if (!Files.exists(file)) {
			throw refuse("does not exist");
		}
		// A pipe or a device could block or never end.
		if (!Files.isRegularFile(file)) {
			throw refuse("is not a regular file");
		}
		byte[] content;
		try (InputStream in = Files.newInputStream(file)) {
			content = in.readNBytes(MAX_BYTES + 1);
		}
		catch (IOException ex) {
			throw refuse("cannot be read (" + ex.getClass().getSimpleName() + ")");
		}
		if (content.length > MAX_BYTES) {
			throw refuse("is larger than " + MAX_BYTES + " bytes");
		}
		return decode(content);
	}

	private static String decode(byte[] content) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString().strip();
			if (text.isEmpty()) {
				throw refuse("is empty");
			}
			return text;
		}
		catch (CharacterCodingException ex) {
			throw refuse("is not UTF-8 text");
		}
	}

	private static InvalidMasterUrlException refuse(String problem) {
		return new InvalidMasterUrlException("the file " + problem, EXAMPLE);
	}

}
