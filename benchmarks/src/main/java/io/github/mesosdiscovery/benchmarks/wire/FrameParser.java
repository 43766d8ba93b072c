package io.github.mesosdiscovery.benchmarks.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Parses the frames of one connection. Each has four bytes with the length of what
 * follows, and a header, except for the first frame of either side, which opens the
 * session.
 */
final class FrameParser {

	private static final int LENGTH = 4;

	private static final int WATCH_EVENT = -1;

	private final Map<Integer, Operation> requested = new ConcurrentHashMap<>();

	private boolean opened;

	private volatile @Nullable SessionId session;

	/** Read a frame, including its length. */
	static byte[] read(DataInputStream from) throws IOException {
		int length = from.readInt();
		byte[] frame = new byte[LENGTH + length];
		ByteBuffer.wrap(frame).putInt(length);
		from.readFully(frame, LENGTH, length);
		return frame;
	}

	/** Parse what the client sends. For the thread that reads from it. */
	Frame request(byte[] frame, long now) {
		Operation operation = Operation.CONNECT;
		if (this.opened) {
			ByteBuffer content = ByteBuffer.wrap(frame, LENGTH, frame.length - LENGTH);
			int number = content.getInt();
			operation = Operation.of(content.getInt(), isWatching(content));
			this.requested.put(number, operation);
		}
		this.opened = true;
		return new Frame(now, operation, true, frame.length);
	}

	/** Parse what the server sends. For the thread that reads from it. */
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
		Operation answered = (number == WATCH_EVENT) ? Operation.WATCH_EVENT : this.requested.remove(number);
		return new Frame(now, (answered != null) ? answered : Operation.OTHER, false, frame.length);
	}

	@Nullable SessionId session() {
		return this.session;
	}

	/** A read begins with its path, which the watch flag follows. */
	private static boolean isWatching(ByteBuffer content) {
		if (content.remaining() < LENGTH) {
			return false;
		}
		int path = content.getInt();
		return path >= 0 && content.remaining() > path && content.get(content.position() + path) != 0;
	}

	/**
	 * The credentials of a session.
	 *
	 * @param id the id of the session
	 * @param password the password of the session
	 */
	record SessionId(long id, byte[] password) {

	}

}
