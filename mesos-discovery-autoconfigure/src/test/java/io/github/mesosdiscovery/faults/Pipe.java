package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One direction of a connection. Reading and writing are apart, so that a delay of bytes
 * does not slow down those that follow.
 */
final class Pipe {

	private static final Chunk END = new Chunk(new byte[0], 0);

	private final InputStream from;

	private final OutputStream to;

	private final Direction direction;

	private final Traffic traffic;

	private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();

	private final Packets packets = new Packets();

	Pipe(Socket from, Socket to, Direction direction, Traffic traffic) throws IOException {
		this.from = from.getInputStream();
		this.to = to.getOutputStream();
		this.direction = direction;
		this.traffic = traffic;
	}

	static Thread start(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/** Read until the one side ends. */
	void read() {
		byte[] buffer = new byte[16 * 1024];
		try {
			for (int count = this.from.read(buffer); count >= 0; count = this.from.read(buffer)) {
				long due = System.nanoTime() + this.traffic.delay();
				this.chunks.add(new Chunk(Arrays.copyOf(buffer, count), due));
			}
		}
		catch (IOException ex) {
			// As good as an end.
		}
		this.chunks.add(END);
	}

	/** Write until there is nothing more, or the other side ends. */
	void write() {
		try {
			for (Chunk chunk = this.chunks.take(); chunk != END; chunk = this.chunks.take()) {
				for (long left = chunk.left(); left > 0; left = chunk.left()) {
					LockSupport.parkNanos(left);
				}
				this.traffic.awaitPassage(this.direction);
				write(chunk.bytes());
			}
			// An end passes as little as bytes do.
			this.traffic.awaitPassage(this.direction);
		}
		catch (IOException ex) {
			// The other side has ended.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Write packet by packet: one that may not pass stops all that follow it. */
	private void write(byte[] bytes) throws IOException, InterruptedException {
		int written = 0;
		for (int i = 0; i < bytes.length; i++) {
			if (this.packets.begins(bytes[i]) && !this.traffic.passes(this.direction, this.packets)) {
				int header = Math.max(written, i + 1 - Packets.HEADER);
				this.to.write(bytes, written, header - written);
				written = header;
				this.traffic.awaitPassage(this.direction, this.packets);
			}
		}
		this.to.write(bytes, written, bytes.length - written);
	}

	/** Bytes, and when they may go on. */
	private record Chunk(byte[] bytes, long due) {

		long left() {
			return this.due - System.nanoTime();
		}

	}

}
