package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpServer;

/**
 * HTTP server of a simulated master, on the loopback address.
 */
final class MasterHttp {

	private final HttpServer server;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService executor = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "simulated-master-http");
		thread.setDaemon(true);
		return thread;
	});

	private boolean started;

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

	synchronized void serve(SimulatedMaster master, Supplier<Optional<SimulatedMaster>> leader) {
		this.server.createContext("/", new MasterEndpoints(master, leader, new SchedulerStream(this.closed)));
		start();
	}

	private void start() {
		this.server.start();
		this.started = true;
	}

	/**
	 * Close the port and all connections immediately, and interrupt running requests.
	 */
	synchronized void close() {
		if (this.closed.getCount() > 0) {
			if (!this.started) {
				// A server that was never started does not release its port.
				start();
			}
			this.server.stop(0);
			// After the connections, so that a stream breaks off like in a crash.
			this.closed.countDown();
			this.executor.shutdownNow();
		}
	}

}
