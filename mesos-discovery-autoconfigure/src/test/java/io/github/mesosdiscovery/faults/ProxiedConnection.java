package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One connection through a {@link FaultProxy}: a socket on each side and a {@link Pipe}
 * each way.
 */
final class ProxiedConnection {

	private static final int CONNECT_TIMEOUT = 5000;

	private final Socket client;

	private final Socket server = new Socket();

	private final InetSocketAddress address;

	private final Traffic traffic;

	private final Consumer<ProxiedConnection> ended;

	private final List<Thread> threads = new ArrayList<>();

	private boolean abandoned;

	ProxiedConnection(Socket client, InetSocketAddress address, Traffic traffic, Consumer<ProxiedConnection> ended) {
		this.client = client;
		this.address = address;
		this.traffic = traffic;
		this.ended = ended;
	}

	void start() {
		run(() -> {
			try {
				this.traffic.awaitPassage(Direction.TO_SERVER);
				this.client.setTcpNoDelay(true);
				this.server.setTcpNoDelay(true);
				this.server.connect(this.address, CONNECT_TIMEOUT);
				pipe(this.client, this.server, Direction.TO_SERVER);
				pipe(this.server, this.client, Direction.TO_CLIENT);
			}
			catch (IOException | InterruptedException ex) {
				reset();
			}
		});
	}

	/**
	 * End with a reset on both sides, unless the client was left alone.
	 */
	void reset() {
		this.ended.accept(this);
		reset(this.client);
		reset(this.server);
		interrupt();
	}

	synchronized void abandonClient() {
		this.abandoned = true;
		reset(this.server);
	}

	private void pipe(Socket from, Socket to, Direction direction) throws IOException {
		Pipe pipe = new Pipe(from, to, direction, this.traffic);
		run(pipe::read);
		run(() -> {
			pipe.write();
			end();
		});
	}

	private synchronized void end() {
		if (!this.abandoned) {
			reset();
		}
	}

	private synchronized void run(Runnable task) {
		this.threads.add(Pipe.start("fault-proxy-connection", task));
	}

	private synchronized void interrupt() {
		this.threads.forEach(Thread::interrupt);
	}

	/** Closing with nothing to linger for sends a reset. */
	private static void reset(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// It was never connected, or is closed.
		}
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is of no more use in any case.
		}
	}

}
