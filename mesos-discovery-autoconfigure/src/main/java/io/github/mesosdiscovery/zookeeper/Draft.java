package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * The next {@link Tracking} in the making. It lives within one {@link Transition} only.
 */
final class Draft {

	final long resyncInterval;

	private final List<Command> commands = new ArrayList<>();

	Link link;

	Fence fence;

	PathView path;

	Slots slots;

	int attempts;

	boolean retrying;

	private long requests;

	Draft(Tracking tracking) {
		this.link = tracking.link();
		this.fence = tracking.fence();
		this.path = tracking.path();
		this.slots = tracking.slots();
		this.requests = tracking.requests();
		this.attempts = tracking.attempts();
		this.retrying = tracking.retrying();
		this.resyncInterval = tracking.resyncInterval();
	}

	long nextRequest() {
		return ++this.requests;
	}

	void command(Command command) {
		this.commands.add(command);
	}

	void schedule(Timer timer, long nanos) {
		command(new Command.Schedule(timer, nanos));
	}

	/**
	 * Repeat what failed after a pause, once for all.
	 */
	void retryLater() {
		if (!this.retrying) {
			this.retrying = true;
			this.schedule(Timer.RETRY, Backoff.nanos(this.attempts));
			this.attempts++;
		}
	}

	/**
	 * Set the slot of a registration, or take it away with {@code null}.
	 */
	void put(RegistrationName name, @Nullable Slot slot) {
		this.slots = (slot != null) ? this.slots.put(name, slot) : this.slots.remove(name);
	}

	Step step() {
		return new Step(new Tracking(this.link, this.fence, this.path, this.slots, this.requests, this.attempts,
				this.retrying, this.resyncInterval), List.copyOf(this.commands));
	}

}
