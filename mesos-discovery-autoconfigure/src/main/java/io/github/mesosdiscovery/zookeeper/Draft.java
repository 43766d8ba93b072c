package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * The next {@link Tracking} in the making. It lives within one {@link Transition} only.
 */
final class Draft {

	final long now;

	final long resyncInterval;

	private final List<Command> commands = new ArrayList<>();

	Link link;

	Fence fence;

	PathView path;

	Slots slots;

	private @Nullable RegistrationName confirmed;

	private @Nullable Long retryAt;

	private long requests;

	Draft(Tracking tracking, long now) {
		this.now = now;
		this.link = tracking.link();
		this.fence = tracking.fence();
		this.path = tracking.path();
		this.slots = tracking.slots();
		this.confirmed = tracking.confirmed();
		this.requests = tracking.requests();
		this.retryAt = tracking.retryAt();
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
	 * See to it that the timer runs out when a read is to be repeated, if not before.
	 */
	void awaken(Retry retry) {
		if (this.retryAt == null || retry.at() - this.retryAt < 0) {
			this.retryAt = retry.at();
			schedule(Timer.RETRY, Math.max(0, retry.at() - this.now));
		}
	}

	/**
	 * The timer has run out.
	 */
	void awake() {
		this.retryAt = null;
	}

	/**
	 * Set the slot of a registration, or take it away with {@code null}.
	 */
	void put(RegistrationName name, @Nullable Slot slot) {
		this.slots = (slot != null) ? this.slots.put(name, slot) : this.slots.remove(name);
	}

	/**
	 * Whether the registration that leads is known as it is, or was when it was
	 * published. Another one that is listed and never read proves nothing: who is
	 * published may have ended.
	 */
	boolean isSettled() {
		RegistrationName name = this.slots.firstName();
		Slot first = this.slots.first();
		if (first == null || first.value() != null && first.isCurrent()) {
			this.confirmed = name;
		}
		return Objects.equals(this.confirmed, name);
	}

	Step step() {
		return new Step(new Tracking(this.link, this.fence, this.path, this.slots, this.confirmed, this.requests,
				this.retryAt, this.resyncInterval), List.copyOf(this.commands));
	}

}
