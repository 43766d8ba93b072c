package io.github.mesosdiscovery.sample.framework;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A master whose every byte the test decides. Calls other than {@code SUBSCRIBE} are
 * answered with 202.
 */
final class RawMaster implements AutoCloseable {

	private final ServerSocket server;

	private final BlockingQueue<Subscriber> subscribers = new LinkedBlockingQueue<>();

	private final List<Subscriber> all = new CopyOnWriteArrayList<>();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private volatile boolean answersCalls = true;

	private volatile int mostSubscribers;

	RawMaster() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		start(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	String zk() {
		return "master@127.0.0.1:" + port();
	}

	String uri() {
		return "http://127.0.0.1:" + port();
	}

	/** Leave further calls without an answer. */
	void ignoreCalls() {
		this.answersCalls = false;
	}

	/** Return the next request to subscribe, with its headers. */
	Subscriber next() throws InterruptedException {
		return Objects.requireNonNull(this.subscribers.poll(20, TimeUnit.SECONDS), "No request to subscribe");
	}

	@Nullable Subscriber poll() {
		return this.subscribers.poll();
	}

	/** Return the calls other than {@code SUBSCRIBE}, with their headers. */
	List<String> calls() {
		return this.calls;
	}

	/** Return how many subscriptions have been open at once. */
	int mostSubscribers() {
		return this.mostSubscribers;
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				start(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// The master was closed.
		}
	}

	private void serve(Socket socket) {
		Subscriber subscriber = null;
		try (socket) {
			while (true) {
				String request = read(socket.getInputStream());
				if (request.contains("\"SUBSCRIBE\"")) {
					subscriber = new Subscriber(request, socket);
					subscribed(subscriber);
				}
				else {
					this.calls.add(request);
					if (this.answersCalls) {
						socket.getOutputStream().write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes());
					}
				}
			}
		}
		catch (IOException | InterruptedException ex) {
			// The client, or the test, has closed the connection.
		}
		finally {
			if (subscriber != null) {
				subscriber.gone.countDown();
			}
		}
	}

	/**
	 * The other connections were closed before this request was sent, but the threads
	 * that read from them may not know yet.
	 */
	private synchronized void subscribed(Subscriber subscriber) throws InterruptedException {
		int open = 1;
		for (Subscriber other : this.all) {
			open += (other.ended || other.gone.await(20, TimeUnit.MILLISECONDS)) ? 0 : 1;
		}
		this.mostSubscribers = Math.max(this.mostSubscribers, open);
		this.all.add(subscriber);
		this.subscribers.add(subscriber);
	}

	private static String read(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("closed");
			}
			head.append((char) next);
		}
		int length = head.toString()
			.lines()
			.filter((line) -> line.toLowerCase().startsWith("content-length:"))
			.mapToInt((line) -> Integer.parseInt(line.substring("content-length:".length()).strip()))
			.findFirst()
			.orElse(0);
		return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "raw-master");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Subscriber subscriber : this.all) {
				subscriber.cut();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A connection whose request was to subscribe.
	 */
	static final class Subscriber {

		private final String request;

		private final Socket socket;

		private final CountDownLatch gone = new CountDownLatch(1);

		private volatile boolean ended;

		Subscriber(String request, Socket socket) {
			this.request = request;
			this.socket = socket;
		}

		String request() {
			return this.request;
		}

		Subscriber answer(String status, String... headers) throws IOException {
			this.ended = true;
			String lines = (headers.length > 0) ? String.join("\r\n", headers) + "\r\n" : "";
			return write("HTTP/1.1 " + status + "\r\n" + lines + "Content-Length: 0\r\n\r\n");
		}

		Subscriber accept(String streamId) throws IOException {
			return write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nMesos-Stream-Id: " + streamId
					+ "\r\nTransfer-Encoding: chunked\r\n\r\n");
		}

		/** Accept, and send the first event. */
		Subscriber subscribe(String id, double heartbeatInterval) throws IOException {
			return accept("stream").events(Events.subscribed(id, heartbeatInterval));
		}

		/** Send events, all in one chunk. */
		Subscriber events(String... events) throws IOException {
			StringBuilder records = new StringBuilder();
			for (String event : events) {
				records.append(Events.record(event));
			}
			return chunk(records.toString().getBytes(StandardCharsets.UTF_8));
		}

		/**
		 * In one piece, since the framework may close the connection once it has read it.
		 */
		Subscriber chunk(byte[] bytes) throws IOException {
			ByteArrayOutputStream chunk = new ByteArrayOutputStream();
			chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			chunk.writeBytes(bytes);
			chunk.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
			this.socket.getOutputStream().write(chunk.toByteArray());
			return this;
		}

		Subscriber end() throws IOException {
			this.ended = true;
			return write("0\r\n\r\n");
		}

		Subscriber cut() throws IOException {
			this.socket.close();
			return this;
		}

		/** Wait until the framework has closed the connection. */
		boolean awaitGone() throws InterruptedException {
			return isGone(20_000);
		}

		boolean isGone(long millis) throws InterruptedException {
			return this.gone.await(millis, TimeUnit.MILLISECONDS);
		}

		private Subscriber write(String text) throws IOException {
			this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			return this;
		}

	}

}
