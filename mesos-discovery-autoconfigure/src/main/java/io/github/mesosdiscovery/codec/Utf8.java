package io.github.mesosdiscovery.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 to the letter: malformed input is refused, never replaced, and no other
 * encoding is guessed.
 */
final class Utf8 {

	private Utf8() {
	}

	static String decode(byte[] data) {
		try {
			// A new decoder reports malformed input.
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MasterDecodingException("the data is not text in UTF-8");
		}
	}

}
