package io.github.mesosdiscovery.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a RecordIO stream, such as the response to a {@code SUBSCRIBE}
 * call. With a {@code WebClient}, use {@link RecordIODecoder} instead.
 * <p>
 * A record is its length in bytes as decimal digits, a line feed, and the bytes. It can
 * be empty. This is the grammar of
 * <a href="https://mesos.apache.org/documentation/latest/recordio/">Mesos' RecordIO
 * format</a>. A length has 1 to 18 digits, leading zeros included. Signs, white space and
 * empty lines are invalid. Mesos' own decoder, {@code stout/recordio.hpp}, also accepts
 * signs and hexadecimal numbers, but masters write decimal digits only.
 * <p>
 * The boundaries of HTTP chunks have no meaning. Memory is allocated as the bytes of a
 * record arrive. The reader reads ahead, so nothing else can read from the stream.
 * Readers are not thread-safe.
 */
public final class RecordIOReader implements Closeable {

	private static final int BUFFER_SIZE = 8192;

	private final InputStream in;

	private final RecordIOParser parser;

	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).limit(0);

	/**
	 * Create a reader that accepts records of up to 16 MB (16 * 1024 * 1024 bytes).
	 * @param in the stream
	 */
	public RecordIOReader(InputStream in) {
		this(in, RecordIOParser.DEFAULT_MAX_RECORD_SIZE);
	}

	/**
	 * Create a reader.
	 * @param in the stream
	 * @param maxRecordSize the maximum size of a record in bytes
	 * @throws IllegalArgumentException if {@code maxRecordSize} is less than 1
	 */
	public RecordIOReader(InputStream in, int maxRecordSize) {
		this.in = in;
		this.parser = new RecordIOParser(maxRecordSize);
	}

	/**
	 * Return the next record. The method blocks until the record is complete.
	 * @return the record, or {@code null} if the stream ended after the previous one
	 * @throws EOFException if the stream ended within a record
	 * @throws RecordIOException if the length of the record is invalid or too large
	 * @throws IOException if reading from the stream fails
	 */
	public byte @Nullable [] read() throws IOException {
		byte[] record = this.parser.next(this.buffer);
		while (record == null) {
			int count = this.in.read(this.buffer.array());
			if (count < 0) {
				this.parser.end();
				return null;
			}
			this.buffer.clear().limit(count);
			record = this.parser.next(this.buffer);
		}
		return record;
	}

	/**
	 * Close the stream.
	 */
	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
