package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * HTTP server of a simulated master, on the loopback address.
 */
final class MasterHttp {

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "simulated-master-http");
		thread.setDaemon(true);
		return thread;
	});

	private boolean started;

	private boolean closed;

	private MasterHttp(HttpServer server) {
		this.server = server;
		server.setExecutor(this.executor);
	}

	/**
	 * Bind a port for the life of the master. Clients can connect, and are served once
	 * the server has started.
	 * @param port the port, or 0 for a free one
	 */
	static MasterHttp bind(int port) {
		try {
			return new MasterHttp(
					HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"A simulated master cannot listen on 127.0.0.1:" + port + ": " + ex.getMessage(), ex);
		}
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	synchronized void serve(HttpHandler handler) {
		this.server.createContext("/", handler);
		start();
	}

	private void start() {
		this.server.start();
		this.started = true;
	}

	/**
	 * Close the port and all connections immediately, and end running requests.
	 */
	synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			if (!this.started) {
				// A server that was never started does not release its port.
				start();
			}
			this.server.stop(0);
			// After the connections, so that a stream breaks off like in a crash.
			this.executor.shutdownNow();
			Waiting.uninterruptibly(this::awaitRequests);
		}
	}

	private void awaitRequests() {
		try {
			this.executor.awaitTermination(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw Waiting.interrupted(ex);
		}
	}

}
