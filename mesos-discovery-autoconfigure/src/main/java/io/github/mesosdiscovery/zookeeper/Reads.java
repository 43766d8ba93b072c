package io.github.mesosdiscovery.zookeeper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.PathView.Status;
import io.github.mesosdiscovery.zookeeper.Signal.Checked;
import io.github.mesosdiscovery.zookeeper.Signal.Children;
import io.github.mesosdiscovery.zookeeper.Signal.Failure;
import io.github.mesosdiscovery.zookeeper.Signal.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.Signal.Listed;
import io.github.mesosdiscovery.zookeeper.Signal.Outcome;
import io.github.mesosdiscovery.zookeeper.Signal.Version;

/**
 * The part of a {@link Transition} that reads the path: its children and whether it
 * exists. While connected, every read either ends well, is under way, or is going to be
 * repeated.
 */
final class Reads {

	private final Draft draft;

	Reads(Draft draft) {
		this.draft = draft;
	}

	/**
	 * Whether the end of a read is an answer: what is known then is what ZooKeeper says.
	 */
	static boolean isAnswer(Object end) {
		return !(end instanceof Failure failure) || failure.cause() == Cause.MISSING || failure.cause() == Cause.DENIED;
	}

	void list(boolean refresh, boolean sync) {
		long request = this.draft.nextRequest();
		this.draft.path = this.draft.path.list(request, refresh);
		this.draft.command(new Command.ListChildren(this.draft.link.session(), request, sync));
	}

	void listed(Listed signal) {
		if (signal.request() != this.draft.path.list()) {
			return;
		}
		if (signal.listing() instanceof Children children) {
			if (this.draft.fence.isOlder(children.czxid(), children.pzxid())) {
				refuse();
			}
			else {
				accept(children);
			}
		}
		else {
			switch (failure(signal).cause()) {
				case MISSING -> missing();
				case DENIED -> {
					settle(Status.DENIED, List.of());
					repeatPath();
				}
				case UNAUTHENTICATED -> {
					unauthenticated();
					this.draft.path = this.draft.path.lose();
					repeatLater();
				}
				case TOO_LARGE -> unlisted(failure(signal).code());
				case CONNECTION -> {
					this.draft.path = this.draft.path.lose();
					repeatLater();
				}
				case OTHER -> unlisted("listing the children fails with " + failure(signal).code());
			}
		}
	}

	/**
	 * ZooKeeper answers, and yet it is not known who is there.
	 */
	private void unlisted(String fault) {
		Link link = this.draft.link.desync(this.draft.now);
		this.draft.link = link.with(link.access().fail(fault));
		repeatPath();
	}

	private static Failure failure(Listed signal) {
		return (Failure) signal.listing();
	}

	/**
	 * The server closes the connection, and the client comes back without a login.
	 */
	void unauthenticated() {
		this.draft.link = this.draft.link.with(this.draft.link.access().refuse(Access.DEMANDED));
	}

	void checked(Checked signal) {
		if (signal.request() != this.draft.path.check()) {
			return;
		}
		if (!(signal.outcome() instanceof Failure failure)) {
			this.draft.path = this.draft.path.check(0);
			pathChanged();
		}
		else if (failure.cause() == Cause.MISSING) {
			this.draft.path = this.draft.path.check(0).retry(null);
		}
		else {
			repeatPath();
		}
	}

	/**
	 * The answer to a ping costs nothing more and tells how the path stands. ZooKeeper
	 * keeps a watch event from a client that may not read the znode any more, so this is
	 * how a closed path is noticed, and any other watch that was lost.
	 */
	void heard(Outcome outcome) {
		PathView path = this.draft.path;
		boolean quiet = path.isIdle() && !path.isFailed();
		if (quiet && (!this.draft.link.synced() || contradicts(path.status(), outcome))) {
			list(!this.draft.link.synced(), false);
		}
	}

	private boolean contradicts(Status status, Outcome outcome) {
		if (outcome instanceof Version version) {
			Fence fence = this.draft.fence;
			return status != Status.PRESENT || version.czxid() != fence.czxid() || version.pzxid() > fence.pzxid();
		}
		return switch (((Failure) outcome).cause()) {
			case MISSING -> status != Status.MISSING;
			case DENIED -> status != Status.DENIED;
			case UNAUTHENTICATED, TOO_LARGE, CONNECTION, OTHER -> false;
		};
	}

	void pathChanged() {
		if (this.draft.path.list() != 0) {
			this.draft.path = this.draft.path.change();
		}
		// A view that was refused is asked for again anyway, and not before its time:
		// what a late server catches up with must not use the refusals up. So is a list
		// that is too large.
		else if (this.draft.fence.refusals() == 0
				&& !(this.draft.path.isFailed() && this.draft.link.access().fault() != null)) {
			list(false, false);
		}
	}

	/**
	 * Ask again for what failed, when its time has come.
	 */
	void repeat() {
		Retry retry = this.draft.path.retry();
		if (retry != null && this.draft.path.isFailed()) {
			if (retry.isDue(this.draft.now)) {
				list(false, this.draft.fence.refusals() > 0);
			}
			else {
				this.draft.awaken(retry);
			}
		}
	}

	/** A new connection is asked at once. */
	void forgive() {
		this.draft.awake();
		this.draft.path = this.draft.path.retry(null);
	}

	private void accept(Children children) {
		boolean refresh = this.draft.path.refresh();
		boolean again = this.draft.path.again();
		// A path that was made anew counts from the start: the same name is another
		// znode.
		if (children.czxid() != this.draft.fence.czxid()) {
			this.draft.slots = Slots.NONE;
		}
		Set<RegistrationName> listed = new HashSet<>(children.registrations());
		this.draft.slots.names().stream().filter((name) -> !listed.contains(name)).forEach(this::forget);
		for (RegistrationName name : listed) {
			Slot slot = this.draft.slots.get(name);
			if (slot == null || refresh) {
				this.draft.put(name, ((slot != null) ? slot : Slot.UNREAD).queue());
			}
		}
		this.draft.fence = this.draft.fence.accept(this.draft.link.session(), children.czxid(), children.pzxid());
		this.draft.path = this.draft.path.become(Status.PRESENT, children.others()).retry(null);
		this.draft.link = this.draft.link.sync();
		if (again) {
			list(false, false);
		}
	}

	private void forget(RegistrationName name) {
		this.draft.put(name, null);
	}

	private void missing() {
		if (this.draft.fence.isForeign(this.draft.link.session()) && !this.draft.fence.isAbsent()) {
			refuse();
			return;
		}
		this.draft.fence = this.draft.fence.acceptAbsence();
		settle(Status.MISSING, List.of());
		long request = this.draft.nextRequest();
		this.draft.path = this.draft.path.check(request);
		this.draft.command(new Command.CheckPath(this.draft.link.session(), request));
	}

	private void settle(Status status, List<String> others) {
		this.draft.slots = Slots.NONE;
		this.draft.path = this.draft.path.become(status, others);
		this.draft.link = this.draft.link.sync();
	}

	private void refuse() {
		this.draft.fence = this.draft.fence.refuse();
		this.draft.link = this.draft.link.desync(this.draft.now);
		if (this.draft.fence.isKnown()) {
			// ZooKeeper answered: other failures do not make the wait for a newer view
			// longer.
			Retry retry = Retry.of(this.draft.fence.refusals(), this.draft.now);
			this.draft.path = this.draft.path.fail().retry(retry);
			this.draft.awaken(retry);
		}
		else {
			list(false, false);
		}
	}

	private void repeatPath() {
		this.draft.path = this.draft.path.fail();
		repeatLater();
	}

	private void repeatLater() {
		Retry retry = Retry.after(this.draft.path.retry(), this.draft.now);
		this.draft.path = this.draft.path.retry(retry);
		this.draft.awaken(retry);
	}

}
