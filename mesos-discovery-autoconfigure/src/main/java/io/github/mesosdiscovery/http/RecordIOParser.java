package io.github.mesosdiscovery.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Incremental parser of one RecordIO stream. What is invalid is not consumed, so parsing
 * fails in the same way again.
 */
final class RecordIOParser {

	static final int DEFAULT_MAX_RECORD_SIZE = 16 * 1024 * 1024;

	/** As many as always fit in a {@code long}. */
	private static final int MAX_DIGITS = 18;

	private final int maxRecordSize;

	private final StringBuilder digits = new StringBuilder();

	private long number = 1;

	/** The length of the current record, or -1 while it is unknown. */
	private int length = -1;

	/** It grows with what is received, so that a length alone costs no memory. */
	private ByteArrayOutputStream received = new ByteArrayOutputStream();

	RecordIOParser(int maxRecordSize) {
		this.maxRecordSize = checkMaxRecordSize(maxRecordSize);
	}

	static int checkMaxRecordSize(int maxRecordSize) {
		if (maxRecordSize < 1) {
			throw new IllegalArgumentException("maxRecordSize must be at least 1, but is " + maxRecordSize);
		}
		return maxRecordSize;
	}

	/**
	 * Consume input up to the end of the current record.
	 * @return the record, or {@code null} if all input is consumed and the record is
	 * incomplete
	 */
	byte @Nullable [] next(ByteBuffer input) throws RecordIOException {
		while (this.length < 0) {
			if (!input.hasRemaining()) {
				return null;
			}
			acceptLength(input.get(input.position()));
			input.get();
		}
		byte[] data = new byte[Math.min(input.remaining(), this.length - this.received.size())];
		input.get(data);
		this.received.writeBytes(data);
		if (this.received.size() < this.length) {
			return null;
		}
		byte[] record = this.received.toByteArray();
		this.received = new ByteArrayOutputStream();
		this.length = -1;
		this.number++;
		return record;
	}

	private void acceptLength(byte next) throws RecordIOException {
		if (next == '\n' && !this.digits.isEmpty()) {
			long announced = Long.parseLong(this.digits.toString());
			if (announced > this.maxRecordSize) {
				throw new RecordIOException("The length of RecordIO record " + this.number + " is " + announced
						+ " bytes, but at most " + this.maxRecordSize
						+ " are accepted. If such records are expected, increase maxRecordSize");
			}
			this.length = (int) announced;
			this.digits.setLength(0);
		}
		else if (next >= '0' && next <= '9' && this.digits.length() < MAX_DIGITS) {
			this.digits.append((char) next);
		}
		else {
			throw new RecordIOException("Expected the length of RecordIO record " + this.number + " as 1 to "
					+ MAX_DIGITS + " decimal digits and a line feed, but found '" + this.digits + escape(next)
					+ "'. Check that the status of the response is 200 and that the call is answered with a stream");
		}
	}

	/**
	 * Check that the input may end here.
	 * @throws EOFException if the current record is incomplete
	 */
	void end() throws EOFException {
		if (this.length >= 0 || !this.digits.isEmpty()) {
			String where = (this.length < 0) ? "in its length"
					: "after " + this.received.size() + " of its " + this.length + " bytes";
			throw new EOFException("The stream ended within RecordIO record " + this.number + ", " + where
					+ ". The connection was probably lost, so send the call again");
		}
	}

	private static String escape(byte value) {
		return (value >= ' ' && value <= '~') ? String.valueOf((char) value) : String.format("\\x%02x", value);
	}

}
