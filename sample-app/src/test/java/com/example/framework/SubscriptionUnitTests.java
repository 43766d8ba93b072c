package com.example.framework;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

class SubscriptionUnitTests {

	private final MesosMasterLocator locator = mock(MesosMasterLocator.class);

	private final Subscription subscription = new Subscription();

	private HttpServer server;

	private MesosMaster master;

	@BeforeEach
	void startServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/api/v1/scheduler", (exchange) -> exchange.sendResponseHeaders(200, 0));
		this.server.start();
		this.master = MesosMaster.of(1, "127.0.0.1", this.server.getAddress().getPort());
	}

	@AfterEach
	void stopServer() {
		this.subscription.end();
		this.server.stop(0);
	}

	@Test
	void subscribesToTheLeaderAndEndsWithoutOne() {
		this.subscription
			.leaderChanged(new LeaderChangedEvent(this.locator, null, Reason.ELECTED, MasterSnapshot.of(this.master)));
		await().until(() -> this.subscription.subscribedTo().filter(this.master::equals).isPresent());
		this.subscription
			.leaderChanged(new LeaderChangedEvent(this.locator, this.master, Reason.NO_MASTERS, MasterSnapshot.of()));
		assertThat(this.subscription.subscribedTo()).isEmpty();
	}

}
