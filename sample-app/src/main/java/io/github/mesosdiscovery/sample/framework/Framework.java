package io.github.mesosdiscovery.sample.framework;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.sample.framework.FrameworkStatus.State;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.util.StringUtils;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import tools.jackson.databind.JsonNode;

/**
 * Keeps this framework subscribed to the leading master and declines all offers. One
 * thread subscribes, so there is one subscription at a time.
 */
@RestController
class Framework implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Framework.class);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(15);

	private static final int MISSED_HEARTBEATS = 3;

	private final ExponentialBackOff backOff = new ExponentialBackOff(100, 2);

	private final SchedulerClient client;

	private final MesosMasterLocator locator;

	private final ApplicationEventPublisher events;

	private final boolean enabled;

	private volatile FrameworkStatus status = new FrameworkStatus(State.STOPPED, null, null, 0, 0, 0, Instant.now(),
			null);

	private volatile @Nullable Thread thread;

	private volatile @Nullable MesosMaster master;

	private volatile @Nullable String endReason;

	private volatile @Nullable BackOffExecution delays;

	private Duration patience = LONGEST_DELAY;

	private CompletableFuture<Boolean> silence = new CompletableFuture<>();

	Framework(SchedulerClient client, MesosMasterLocator locator, ApplicationEventPublisher events,
			@Value("${sample.framework.enabled:false}") boolean enabled) {
		this.client = client;
		this.locator = locator;
		this.events = events;
		this.enabled = enabled;
		this.backOff.setJitter(50);
		this.backOff.setMaxInterval(LONGEST_DELAY.toMillis());
	}

	@GetMapping("/framework")
	FrameworkStatus status() {
		return this.status;
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	@Override
	public void start() {
		if (this.enabled) {
			Thread thread = new Thread(this::run, "sample-framework");
			thread.setDaemon(true);
			this.thread = thread;
			thread.start();
		}
	}

	private void run() {
		while (this.thread == Thread.currentThread()) {
			MesosMaster leader = nextLeader();
			if (leader != null) {
				subscribe(leader);
			}
			else {
				update(this.status.with(State.WAITING, null, this.status.frameworkId(), "No Mesos master leads"));
				LockSupport.park(this);
			}
		}
	}

	private synchronized @Nullable MesosMaster nextLeader() {
		Thread.interrupted();
		this.endReason = null;
		this.master = this.locator.leader().orElse(null);
		return this.master;
	}

	/**
	 * Leave a master that no longer leads, and subscribe to the next one without delay.
	 */
	@EventListener
	synchronized void leaderChanged(LeaderChangedEvent event) {
		Thread thread = this.thread;
		if (thread != null && event.getCluster().equals(this.locator.cluster())) {
			this.delays = null;
			LockSupport.unpark(thread);
			if (this.master != null && !this.master.equals(event.getLeader().orElse(null))) {
				end(thread, "it no longer leads");
			}
		}
	}

	private synchronized void end(Thread thread, String reason) {
		this.endReason = reason;
		thread.interrupt();
		try {
			this.client.unsubscribe();
		}
		catch (IOException ex) {
			logger.debug("Cannot close the stream of events", ex);
		}
	}

	private void subscribe(MesosMaster leader) {
		String id = this.status.frameworkId();
		update(this.status.with(State.SUBSCRIBING, null, id, this.status.error()));
		expectEventWithin(LONGEST_DELAY);
		String failure = "it has ended the stream";
		try {
			this.client.subscribe(id, (event) -> handle(leader, event));
		}
		catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden ex) {
			failure = ex.getStatusCode() + "; check sample.framework.principal and sample.framework.secret";
		}
		catch (ResourceAccessException ex) {
			failure = "the connection has failed: " + ex.getCause();
		}
		catch (RuntimeException ex) {
			failure = StringUtils.truncate(String.valueOf(ex.getMessage()), 200);
		}
		this.silence.cancel(false);
		if (this.thread == Thread.currentThread()) {
			backOff("Not subscribed to " + leader.uri() + ": " + Objects.requireNonNullElse(this.endReason, failure));
		}
	}

	private void backOff(String error) {
		if (!error.equals(this.status.error())) {
			logger.info(error);
		}
		BackOffExecution delays = this.delays;
		if (delays == null || this.status.since().plus(LONGEST_DELAY).isBefore(Instant.now())) {
			delays = this.backOff.start();
			this.delays = delays;
		}
		update(this.status.with(State.BACKING_OFF, null, this.status.frameworkId(), error));
		Thread.interrupted();
		LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(delays.nextBackOff()));
	}

	private void handle(MesosMaster master, JsonNode event) {
		switch (event.path("type").asString("")) {
			case "SUBSCRIBED" -> {
				double interval = event.at("/subscribed/heartbeat_interval_seconds").asDouble(15);
				this.patience = Duration.ofMillis((long) (1000 * interval * MISSED_HEARTBEATS));
				String id = event.at("/subscribed/framework_id/value").asString();
				logger.info("Subscribed to " + master.uri() + " as framework " + id);
				update(this.status.with(State.SUBSCRIBED, master.uri(), id, null));
			}
			case "HEARTBEAT" -> update(this.status.received(1, 0));
			case "OFFERS" -> {
				update(this.status.received(0, event.at("/offers/offers").size()));
				this.client.decline(String.valueOf(this.status.frameworkId()), event.at("/offers/offers"));
			}
			case "ERROR" -> refused(event.at("/error/message").asString("unknown error"));
			default -> logger.debug("Ignored: " + event);
		}
		expectEventWithin(this.patience);
	}

	private void expectEventWithin(Duration time) {
		Thread thread = Thread.currentThread();
		this.silence.cancel(false);
		this.silence = new CompletableFuture<Boolean>().completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS);
		this.silence.thenRunAsync(() -> end(thread, "it has been silent for " + time.toMillis() + " ms"));
	}

	private void refused(String message) {
		if (message.equals("Framework has been removed")) {
			logger.warn("Mesos has removed framework " + this.status.frameworkId() + "; subscribing as a new one");
			update(this.status.with(State.SUBSCRIBING, null, null, message));
		}
		throw new IllegalStateException(message);
	}

	private void update(FrameworkStatus status) {
		this.status = status;
		this.events.publishEvent(status);
	}

	/**
	 * Remove the framework from Mesos, since its id is lost with the application. If you
	 * store the id, only end the subscription: the failover timeout decides then.
	 */
	@Override
	public void stop() {
		Thread thread = this.thread;
		this.thread = null;
		String id = this.status.frameworkId();
		if (this.status.state() == State.SUBSCRIBED && id != null) {
			CompletableFuture.runAsync(() -> this.client.tearDown(id))
				.handle((none, failure) -> failure == null)
				.completeOnTimeout(false, 400, TimeUnit.MILLISECONDS)
				.join();
		}
		if (thread != null) {
			end(thread, "the application stops");
		}
		update(this.status.with(State.STOPPED, null, null, null));
	}

}
