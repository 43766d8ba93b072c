package io.github.mesosdiscovery.http;

import java.io.EOFException;
import java.nio.ByteBuffer;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decodes the records of RecordIO streams that a
 * {@link org.springframework.web.reactive.function.client.WebClient WebClient} receives.
 * {@link RecordIOReader} describes the format. Decoders are immutable and thread-safe.
 */
public final class RecordIODecoder {

	private final int maxRecordSize;

	/**
	 * Create a decoder that accepts records of up to 16 MB (16 * 1024 * 1024 bytes).
	 */
	public RecordIODecoder() {
		this(RecordIOParser.DEFAULT_MAX_RECORD_SIZE);
	}

	/**
	 * Create a decoder.
	 * @param maxRecordSize the maximum size of a record in bytes
	 * @throws IllegalArgumentException if {@code maxRecordSize} is less than 1
	 */
	public RecordIODecoder(int maxRecordSize) {
		this.maxRecordSize = RecordIOParser.checkMaxRecordSize(maxRecordSize);
	}

	/**
	 * Decode a stream.
	 * @param input the stream, for example {@code bodyToFlux(DataBuffer.class)}. All of
	 * its buffers are released. The next one is requested when the records of the
	 * previous one are consumed
	 * @return the records, each as soon as it is complete. The error, after the records
	 * before it, is an {@link EOFException} if the stream ends within a record, a
	 * {@link RecordIOException} if the length of a record is invalid or too large, or the
	 * error of the input
	 */
	public Flux<byte[]> decode(Flux<DataBuffer> input) {
		return Flux.defer(() -> {
			RecordIOParser parser = new RecordIOParser(this.maxRecordSize);
			return input.<Publisher<byte[]>>map((buffer) -> records(parser, toByteBuffer(buffer)))
				// As an element, an error does not overtake records.
				.onErrorResume((ex) -> Mono.just(Flux.error(ex)))
				.concatWithValues(end(parser))
				.concatMap((records) -> records, 0);
		}).doOnDiscard(DataBuffer.class, DataBufferUtils::release);
	}

	/** Nothing has to release the buffer later on. */
	private static ByteBuffer toByteBuffer(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return ByteBuffer.wrap(bytes);
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private static Flux<byte[]> records(RecordIOParser parser, ByteBuffer chunk) {
		return Mono.fromCallable(() -> parser.next(chunk)).repeat(chunk::hasRemaining);
	}

	private static Mono<byte[]> end(RecordIOParser parser) {
		return Mono.fromCallable(() -> {
			parser.end();
			return null;
		});
	}

}
