package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of how {@link RecordIODecoder} treats its input and its subscribers. What it
 * decodes is tested by {@link RecordIOReaderTests}.
 */
class RecordIODecoderTests {

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private final List<ByteBuf> buffers = new ArrayList<>();

	private final RecordIODecoder decoder = new RecordIODecoder();

	private final Received received = new Received();

	@AfterEach
	void allBuffersAreReleased() {
		assertThat(this.buffers).isNotEmpty().allMatch((buffer) -> buffer.refCnt() == 0);
	}

	@Test
	void recordsArriveAsTheyAreRequested() {
		List<Long> requests = new ArrayList<>();
		this.decoder.decode(input("1\na1\nb1\nc", "1\nd1", "\ne").doOnRequest(requests::add)).subscribe(this.received);
		assertThat(this.received.events).isEmpty();
		this.received.request(2);
		assertThat(this.received.events).containsExactly("a", "b");
		assertThat(this.buffers).hasSize(1);
		this.received.request(2);
		assertThat(this.received.events).containsExactly("a", "b", "c", "d");
		assertThat(this.buffers).hasSize(2);
		assertThat(requests).containsOnly(1L);
		this.received.request(1);
		assertThat(this.received.events).containsExactly("a", "b", "c", "d", "e", "complete");
	}

	@Test
	void recordsArriveOnceTheyAreComplete() {
		Sinks.Many<DataBuffer> sink = Sinks.many().unicast().onBackpressureBuffer();
		this.decoder.decode(sink.asFlux()).subscribe(this.received);
		this.received.requestUnbounded();
		sink.tryEmitNext(buffer("2\na")).orThrow();
		assertThat(this.received.events).isEmpty();
		sink.tryEmitNext(buffer("b1\nc1")).orThrow();
		assertThat(this.received.events).containsExactly("ab", "c");
		sink.tryEmitComplete().orThrow();
		assertThat(this.received.events).last().asString().startsWith("EOFException").contains("record 3");
	}

	@Test
	void buffersAreReleasedAfterAnInvalidLength() {
		this.decoder.decode(publishedElsewhere("1\na<", "1\nb", "1\nc")).subscribe(this.received);
		this.received.requestUnbounded();
		assertThat(this.received.events).hasSize(2).first().isEqualTo("a");
		assertThat(this.received.events.get(1)).startsWith("RecordIOException");
	}

	@Test
	void buffersAreReleasedAfterACancellation() {
		this.decoder.decode(publishedElsewhere("1\na1\nb", "1\nc", "1\nd")).subscribe(this.received);
		this.received.request(1);
		this.received.cancel();
		assertThat(this.received.events).containsExactly("a");
	}

	@Test
	void errorsOfTheInputDoNotOvertakeRecords() {
		Flux<DataBuffer> broken = input("1\na1\nb1").concatWith(Flux.error(new IOException("broken")));
		this.decoder.decode(broken).subscribe(this.received);
		this.received.request(1);
		assertThat(this.received.events).containsExactly("a");
		this.received.requestUnbounded();
		assertThat(this.received.events).containsExactly("a", "b", "IOException: broken");
	}

	@Test
	void eachSubscriptionIsAStreamOfItsOwn() {
		Flux<byte[]> records = this.decoder.decode(input("1\na1", "\nb2\nc"));
		for (int i = 0; i < 2; i++) {
			Received each = new Received();
			records.subscribe(each);
			each.requestUnbounded();
			assertThat(each.events).hasSize(3).startsWith("a", "b");
		}
	}

	@Test
	void manySmallChunks() {
		int count = 100_000;
		Flux<DataBuffer> input = Flux.range(0, count).map((i) -> buffer((i == 0) ? (count - 1) + "\n" : "x"));
		assertThat(this.decoder.decode(input).map((record) -> record.length).collectList().block())
			.isEqualTo(List.of(count - 1));
		assertThat(this.decoder.decode(Flux.defer(() -> input("1\na".repeat(count)))).count().block()).isEqualTo(count);
	}

	/** Buffers wait in the queue of the operator. */
	private Flux<DataBuffer> publishedElsewhere(String... chunks) {
		Sinks.Many<DataBuffer> sink = Sinks.many().unicast().onBackpressureBuffer();
		Stream.of(chunks).map(this::buffer).forEach((buffer) -> sink.tryEmitNext(buffer).orThrow());
		return sink.asFlux();
	}

	private Flux<DataBuffer> input(String... chunks) {
		return Flux.fromArray(chunks).map(this::buffer);
	}

	private DataBuffer buffer(String chunk) {
		ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.heapBuffer()
			.writeBytes(chunk.getBytes(StandardCharsets.US_ASCII));
		this.buffers.add(buffer);
		return this.factory.wrap(buffer);
	}

	private static final class Received extends BaseSubscriber<byte[]> {

		private final List<String> events = new ArrayList<>();

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// Nothing is requested yet.
		}

		@Override
		protected void hookOnNext(byte[] record) {
			this.events.add(new String(record, StandardCharsets.US_ASCII));
		}

		@Override
		protected void hookOnComplete() {
			this.events.add("complete");
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.events.add(failure.getClass().getSimpleName() + ": " + failure.getMessage());
		}

	}

}
