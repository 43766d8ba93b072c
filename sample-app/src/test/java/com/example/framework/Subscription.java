package com.example.framework;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import jakarta.annotation.PreDestroy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps this framework subscribed to the master that leads.
 */
@Component
class Subscription {

	private static final String SUBSCRIBE = """
			{"type": "SUBSCRIBE", "subscribe": {"framework_info": {"user": "nobody", "name": "example"}}}""";

	private final HttpClient client = HttpClient.newHttpClient();

	private Optional<MesosMaster> leader = Optional.empty();

	private Optional<MesosMaster> subscribedTo = Optional.empty();

	private Future<?> stream = CompletableFuture.completedFuture(null);

	@EventListener
	synchronized void leaderChanged(LeaderChangedEvent event) {
		end();
		this.leader = event.getLeader();
		this.leader.ifPresent(this::subscribe);
	}

	/**
	 * Return the master that has accepted this framework, unless it leads no more.
	 */
	synchronized Optional<MesosMaster> subscribedTo() {
		return this.subscribedTo;
	}

	@PreDestroy
	synchronized void end() {
		this.stream.cancel(true);
		this.subscribedTo = Optional.empty();
	}

	private void subscribe(MesosMaster leader) {
		HttpRequest request = HttpRequest.newBuilder(leader.uri().resolve("/api/v1/scheduler"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(SUBSCRIBE))
			.build();
		this.stream = this.client.sendAsync(request, (response) -> answered(leader, response));
	}

	private synchronized BodySubscriber<Void> answered(MesosMaster leader, ResponseInfo response) {
		if (response.statusCode() == 200) {
			// Another master can lead by now.
			this.subscribedTo = this.leader.filter(leader::equals);
		}
		// The events are in the body, without end: a real framework reads its offers.
		return BodySubscribers.discarding();
	}

}
