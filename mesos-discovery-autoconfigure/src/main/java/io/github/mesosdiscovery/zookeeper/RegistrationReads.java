package io.github.mesosdiscovery.zookeeper;

import java.util.Objects;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.Signal.Failure;
import io.github.mesosdiscovery.zookeeper.Signal.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.Signal.Fetched;
import io.github.mesosdiscovery.zookeeper.Signal.Read;

/**
 * The part of a {@link Transition} that reads the registrations, and learns from their
 * watches. Like the {@link Reads} of the path, each is repeated until it ends well.
 */
final class RegistrationReads {

	/**
	 * How many registrations are read at a time. It does not slow a read of all down, and
	 * keeps a list that is needed to know the leader from waiting behind all of them.
	 */
	static final int WINDOW = 256;

	private final Draft draft;

	private final Reads path;

	RegistrationReads(Draft draft, Reads path) {
		this.draft = draft;
		this.path = path;
	}

	void fetched(Fetched signal) {
		RegistrationName name = signal.name();
		Slot slot = this.draft.slots.get(name);
		if (slot == null || slot.request() != signal.request()) {
			return;
		}
		if (signal.outcome() instanceof Read read) {
			this.draft.put(name, isOfNextPath(read) ? null : slot.fill(read.registration(), null));
		}
		else {
			failed(name, slot, (Failure) signal.outcome());
		}
		if (slot.changed() && this.draft.slots.contains(name)) {
			fetch(name);
		}
	}

	private void failed(RegistrationName name, Slot slot, Failure failure) {
		if (failure.cause() == Cause.MISSING) {
			leave(name);
			return;
		}
		if (failure.cause() == Cause.UNAUTHENTICATED) {
			this.path.unauthenticated();
		}
		Retry retry = Retry.after(slot.retry(), this.draft.now);
		this.draft.put(name, switch (failure.cause()) {
			case DENIED -> slot.fill(unreadable(name, "its ACL does not allow reading", true), retry);
			case MISSING, UNAUTHENTICATED, CONNECTION -> slot.fail(retry);
			case TOO_LARGE, OTHER -> (slot.value() instanceof MesosMaster) ? slot.fail(retry)
					: slot.fill(unreadable(name, "reading it failed with " + failure.code(), false), retry);
		});
		this.draft.awaken(retry);
	}

	/**
	 * Whether the path was made anew since it was listed, and another registration of the
	 * same name was read: the listing that is under way knows who comes before it.
	 */
	private boolean isOfNextPath(Read read) {
		return this.draft.path.list() != 0 && read.registration().epoch() > this.draft.fence.pzxid();
	}

	void znodeChanged(RegistrationName name) {
		Slot slot = this.draft.slots.get(name);
		if (slot != null && slot.request() != 0) {
			this.draft.put(name, slot.change());
		}
		else if (slot != null) {
			fetch(name);
		}
	}

	/**
	 * The data watch tells of the end of a registration before any list could. The child
	 * watch follows, and asks for the list.
	 */
	void znodeDeleted(RegistrationName name) {
		if (this.draft.slots.contains(name)) {
			this.draft.put(name, null);
		}
		if (this.draft.path.list() != 0) {
			this.draft.path = this.draft.path.change();
		}
	}

	/**
	 * Read what waits for it, in election order, as far as the {@link #WINDOW} allows.
	 * Without an accepted view there will be one, and it says what is to be read.
	 */
	void fetchWaiting() {
		if (!this.draft.link.isConnected() || !this.draft.link.synced()) {
			return;
		}
		RegistrationName name = this.draft.slots.firstWaiting();
		while (name != null && this.draft.slots.reading() < WINDOW) {
			long request = this.draft.nextRequest();
			this.draft.command(new Command.Fetch(this.draft.link.session(), request, name));
			this.draft.put(name, Objects.requireNonNull(this.draft.slots.get(name)).fetch(request));
			name = this.draft.slots.firstWaiting();
		}
	}

	/**
	 * Ask again for what failed, each when its time has come.
	 */
	void repeat() {
		for (RegistrationName name : this.draft.slots.names()) {
			Slot slot = Objects.requireNonNull(this.draft.slots.get(name));
			Retry retry = slot.retry();
			if (retry == null || !slot.isFailed()) {
				continue;
			}
			if (retry.isDue(this.draft.now)) {
				fetch(name);
			}
			else {
				this.draft.awaken(retry);
			}
		}
	}

	private void leave(RegistrationName name) {
		this.draft.put(name, null);
		this.path.pathChanged();
	}

	private void fetch(RegistrationName name) {
		Slot slot = Objects.requireNonNull(this.draft.slots.get(name));
		this.draft.put(name, slot.queue());
	}

	private static UnreadableMaster unreadable(RegistrationName name, String error, boolean denied) {
		return new UnreadableMaster(name.znode(), name.sequence(), 0, error, denied);
	}

}
