package io.github.mesosdiscovery.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.function.BiFunction;

/**
 * One connection through a {@link ZooKeeperTap}: whole frames go on, each after it was
 * written down.
 */
final class TappedConnection {

	private final Socket client;

	private final Socket server;

	private final FrameLog log;

	private final FrameParser parser = new FrameParser();

	TappedConnection(Socket client, Socket server, FrameLog log) throws IOException {
		this.client = client;
		this.server = server;
		this.log = log;
		client.setTcpNoDelay(true);
		server.setTcpNoDelay(true);
	}

	void start() {
		run(() -> pass(this.client, this.server, this.parser::request));
		run(() -> pass(this.server, this.client, this.parser::reply));
	}

	FrameParser parser() {
		return this.parser;
	}

	void close() {
		try (this.client; this.server) {
			this.log.closed(this);
		}
		catch (IOException ex) {
			// It is of no more use in any case.
		}
	}

	static void run(Runnable task) {
		Thread thread = new Thread(task, "zookeeper-tap");
		thread.setDaemon(true);
		thread.start();
	}

	private void pass(Socket from, Socket to, BiFunction<byte[], Long, Frame> parse) {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()))) {
			while (true) {
				byte[] frame = FrameParser.read(in);
				this.log.add(parse.apply(frame, System.nanoTime()));
				to.getOutputStream().write(frame);
			}
		}
		catch (IOException ex) {
			// One side has ended.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			close();
		}
	}

}
