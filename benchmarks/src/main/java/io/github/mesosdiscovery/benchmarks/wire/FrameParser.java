package io.github.mesosdiscovery.benchmarks.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Understands the frames of one connection: four bytes with the length of what follows,
 * then a header. The first frame of each side opens the session and has none.
 */
final class FrameParser {

	private static final int LENGTH = 4;

	private static final int WATCH_EVENT = -1;

	private final Map<Integer, Operation> asked = new ConcurrentHashMap<>();

	private boolean greeted;

	private volatile @Nullable SessionId session;

	/**
	 * Read a whole frame, with its length.
	 */
	static byte[] read(DataInputStream from) throws IOException {
		int length = from.readInt();
		byte[] frame = new byte[LENGTH + length];
		ByteBuffer.wrap(frame).putInt(length);
		from.readFully(frame, LENGTH, length);
		return frame;
	}

	/**
	 * Return what a client says. Of the thread that reads from it.
	 */
	Frame request(byte[] frame, long now) {
		Operation operation = Operation.CONNECT;
		if (this.greeted) {
			ByteBuffer content = ByteBuffer.wrap(frame, LENGTH, frame.length - LENGTH);
			int number = content.getInt();
			operation = Operation.of(content.getInt(), isWatching(content));
			this.asked.put(number, operation);
		}
		this.greeted = true;
		return new Frame(now, operation, true, frame.length);
	}

	/**
	 * Return what a server says. Of the thread that reads from it.
	 */
	Frame reply(byte[] frame, long now) {
		ByteBuffer content = ByteBuffer.wrap(frame, LENGTH, frame.length - LENGTH);
		if (this.session == null) {
			content.getInt();
			content.getInt();
			long id = content.getLong();
			byte[] password = new byte[content.getInt()];
			content.get(password);
			this.session = new SessionId(id, password);
			return new Frame(now, Operation.CONNECT, false, frame.length);
		}
		int number = content.getInt();
		Operation answered = (number == WATCH_EVENT) ? Operation.WATCH_EVENT : this.asked.remove(number);
		return new Frame(now, (answered != null) ? answered : Operation.OTHER, false, frame.length);
	}

	@Nullable SessionId session() {
		return this.session;
	}

	/** Whether a read, whose path stands first, sets a watch. */
	private static boolean isWatching(ByteBuffer content) {
		if (content.remaining() < LENGTH) {
			return false;
		}
		int path = content.getInt();
		return path >= 0 && content.remaining() > path && content.get(content.position() + path) != 0;
	}

	/**
	 * What takes a session up again, or ends it.
	 *
	 * @param id the number of the session
	 * @param password the secret that goes with it
	 */
	record SessionId(long id, byte[] password) {

	}

}
