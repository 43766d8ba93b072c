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
 * Where a simulated master answers HTTP: a port of the loopback address.
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
	 * Take a port, as long as the master lives. Who connects waits until it serves.
	 * @param port the port; 0 for a free one
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
	 * Close the port and all connections at once, and end what still answers.
	 */
	synchronized void close() {
		if (this.closed.getCount() > 0) {
			if (!this.started) {
				// One that was never started keeps its port.
				start();
			}
			this.server.stop(0);
			// Only now: a stream is cut off, as by a crash, and does not end.
			this.closed.countDown();
			this.executor.shutdownNow();
		}
	}

}
