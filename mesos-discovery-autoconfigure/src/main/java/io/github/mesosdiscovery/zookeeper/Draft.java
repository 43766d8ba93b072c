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

	private boolean settled;

	private @Nullable Long retryAt;

	private long requests;

	Draft(Tracking tracking, long now) {
		this.now = now;
		this.link = tracking.link();
		this.fence = tracking.fence();
		this.path = tracking.path();
		this.slots = tracking.slots();
		this.confirmed = tracking.confirmed();
		this.settled = tracking.settled();
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
	 * ZooKeeper answered a read. That is contact as long as the registration that leads
	 * is known as it is, or was when it was published. Another one that is listed and not
	 * read yet is so once: if it is never read, who is published may have ended long ago.
	 */
	void answered() {
		boolean before = this.settled;
		RegistrationName name = this.slots.firstName();
		Slot first = this.slots.first();
		if (first == null || first.value() != null && first.isCurrent()) {
			this.confirmed = name;
		}
		this.settled = Objects.equals(this.confirmed, name);
		if (before || this.settled) {
			this.link = this.link.answer(this.now);
		}
	}

	Step step() {
		return new Step(new Tracking(this.link, this.fence, this.path, this.slots, this.confirmed, this.settled,
				this.requests, this.retryAt, this.resyncInterval), List.copyOf(this.commands));
	}

}
