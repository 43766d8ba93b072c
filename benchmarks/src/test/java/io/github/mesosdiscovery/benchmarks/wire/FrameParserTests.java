package io.github.mesosdiscovery.benchmarks.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameParser}.
 */
class FrameParserTests {

	private final FrameParser parser = new FrameParser();

	@BeforeEach
	void greet() {
		assertThat(this.parser.request(frame(new byte[44]), 1)).isEqualTo(new Frame(1, Operation.CONNECT, true, 48));
		byte[] greeting = ByteBuffer.allocate(24)
			.putInt(0)
			.putInt(10_000)
			.putLong(77)
			.putInt(2)
			.putShort((short) 515)
			.array();
		assertThat(this.parser.reply(frame(greeting), 2)).isEqualTo(new Frame(2, Operation.CONNECT, false, 28));
	}

	@Test
	void sessionCanBeTakenUp() {
		assertThat(this.parser.session()).isNotNull();
		assertThat(this.parser.session().id()).isEqualTo(77);
		assertThat(this.parser.session().password()).containsExactly(2, 3);
	}

	@Test
	void watchTellsAReadFromASignOfLife() {
		assertThat(request(1, 4, "/mesos", true)).isEqualTo(Operation.GET);
		assertThat(request(2, 4, "/mesos", false)).isEqualTo(Operation.HEARTBEAT);
		assertThat(request(3, 12, "/mesos", true)).isEqualTo(Operation.LIST);
		assertThat(request(-2, 11, "", false)).isEqualTo(Operation.PING);
		assertThat(request(-8, 105, "", false)).isEqualTo(Operation.SET_WATCHES);
		assertThat(request(4, 999, "", false)).isEqualTo(Operation.OTHER);
	}

	@Test
	void replyIsOfItsRequest() {
		request(5, 12, "/mesos", true);
		request(6, 3, "/mesos", true);
		assertThat(reply(6)).isEqualTo(Operation.EXISTS);
		assertThat(reply(-1)).isEqualTo(Operation.WATCH_EVENT);
		assertThat(reply(5)).isEqualTo(Operation.LIST);
		assertThat(reply(5)).isEqualTo(Operation.OTHER);
	}

	@Test
	void headerAloneIsARequest() {
		byte[] header = ByteBuffer.allocate(8).putInt(7).putInt(-11).array();
		assertThat(this.parser.request(frame(header), 0).operation()).isEqualTo(Operation.CLOSE);
	}

	@Test
	void frameIsReadWhole() throws IOException {
		byte[] two = ByteBuffer.allocate(13).put(frame(new byte[] { 1, 2, 3 })).put(frame(new byte[] { 4, 5 })).array();
		DataInputStream stream = new DataInputStream(new ByteArrayInputStream(two));
		assertThat(FrameParser.read(stream)).containsExactly(0, 0, 0, 3, 1, 2, 3);
		assertThat(FrameParser.read(stream)).containsExactly(0, 0, 0, 2, 4, 5);
	}

	private Operation request(int number, int type, String path, boolean watch) {
		byte[] text = path.getBytes(StandardCharsets.UTF_8);
		byte[] content = ByteBuffer.allocate(13 + text.length)
			.putInt(number)
			.putInt(type)
			.putInt(text.length)
			.put(text)
			.put((byte) (watch ? 1 : 0))
			.array();
		return this.parser.request(frame(content), 0).operation();
	}

	private Operation reply(int number) {
		return this.parser.reply(frame(ByteBuffer.allocate(16).putInt(number).array()), 0).operation();
	}

	private static byte[] frame(byte[] content) {
		return ByteBuffer.allocate(4 + content.length).putInt(content.length).put(content).array();
	}

}
