package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;

/**
 * The endless response to a scheduler that subscribes: events in the RecordIO format.
 */
final class SchedulerStream {

	private static final int HEARTBEAT_SECONDS = 15;

	private final CountDownLatch closed;

	SchedulerStream(CountDownLatch closed) {
		this.closed = closed;
	}

	/**
	 * Write events until the master is closed or the scheduler has disconnected.
	 */
	void open(HttpExchange exchange, MasterInfo master) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.getResponseHeaders().set("Mesos-Stream-Id", UUID.randomUUID().toString());
		exchange.sendResponseHeaders(200, 0);
		OutputStream out = exchange.getResponseBody();
		write(out, subscribed(master));
		do {
			write(out, "{\"type\":\"HEARTBEAT\"}");
		}
		while (!isClosedAfterPause());
	}

	private static String subscribed(MasterInfo master) {
		return "{\"type\":\"SUBSCRIBED\",\"subscribed\":{\"framework_id\":{\"value\":\"" + master.getId()
				+ "-0000\"},\"heartbeat_interval_seconds\":" + HEARTBEAT_SECONDS + ".0,\"master_info\":"
				+ MasterInfoJson.write(master) + "}}";
	}

	private static void write(OutputStream out, String event) throws IOException {
		byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
		out.write((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
		out.write(bytes);
		out.flush();
	}

	private boolean isClosedAfterPause() {
		try {
			return this.closed.await(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

}
