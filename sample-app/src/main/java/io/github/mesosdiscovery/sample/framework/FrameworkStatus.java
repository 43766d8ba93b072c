package io.github.mesosdiscovery.sample.framework;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Status of the framework.
 *
 * @param state the state
 * @param master the master that it is subscribed to, or {@code null}
 * @param frameworkId the id that Mesos has assigned, or {@code null}
 * @param subscriptions how many times it has subscribed
 * @param heartbeats how many heartbeats it has received
 * @param offers how many offers it has received and declined
 * @param since when it entered the state
 * @param error why it is not subscribed, or {@code null}
 */
public record FrameworkStatus(State state, @Nullable URI master, @Nullable String frameworkId, int subscriptions,
		int heartbeats, int offers, Instant since, @Nullable String error) {

	FrameworkStatus with(State state, @Nullable URI master, @Nullable String frameworkId, @Nullable String error) {
		return new FrameworkStatus(state, master, frameworkId,
				(state == State.SUBSCRIBED) ? this.subscriptions + 1 : this.subscriptions, this.heartbeats, this.offers,
				(state == this.state) ? this.since : Instant.now(), error);
	}

	FrameworkStatus received(int heartbeats, int offers) {
		return new FrameworkStatus(this.state, this.master, this.frameworkId, this.subscriptions,
				this.heartbeats + heartbeats, this.offers + offers, this.since, this.error);
	}

	/** The framework waits while no master leads, and backs off after a failure. */
	public enum State {

		STOPPED, WAITING, SUBSCRIBING, SUBSCRIBED, BACKING_OFF

	}

}
