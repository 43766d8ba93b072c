package io.github.mesosdiscovery.zookeeper.election;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input.Children;
import io.github.mesosdiscovery.zookeeper.election.Input.ChildrenListed;
import io.github.mesosdiscovery.zookeeper.election.Input.Decoded;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.election.Input.MemberRead;
import io.github.mesosdiscovery.zookeeper.election.Input.PathChecked;
import io.github.mesosdiscovery.zookeeper.election.Input.PathVersion;
import io.github.mesosdiscovery.zookeeper.election.Input.Reply;
import io.github.mesosdiscovery.zookeeper.election.PathState.Status;

/**
 * Reads the path and its registrations, and reacts to their watches. While connected,
 * every read has either succeeded, is in progress, or is going to be repeated.
 */
final class MasterReads {

	/**
	 * How many registrations are read at a time: 256 at once, of 1 MB each, have brought
	 * a server down.
	 */
	static final int MAX_CONCURRENT = 16;

	private final Draft draft;

	MasterReads(Draft draft) {
		this.draft = draft;
	}

	void list(boolean refresh, boolean sync) {
		long request = this.draft.nextRequest();
		this.draft.path = this.draft.path.withList(request, refresh);
		this.draft.command(new Command.ListChildren(this.draft.session.clientId(), request, sync));
	}

	void listed(ChildrenListed input) {
		if (input.request() != this.draft.path.list()) {
			return;
		}
		if (input.listing() instanceof Children children) {
			if (this.draft.guard.isOlder(children.czxid(), children.pzxid())) {
				refuseView();
			}
			else {
				accept(children);
			}
		}
		else {
			notListed((Failure) input.listing());
		}
	}

	private void notListed(Failure failure) {
		switch (failure.cause()) {
			case MISSING -> missing();
			case DENIED -> {
				acceptWithoutMembers(Status.DENIED);
				retryPath(false);
			}
			case UNAUTHENTICATED -> {
				unauthenticated();
				retryPath(true);
			}
			case CONNECTION -> retryPath(true);
			case TOO_LARGE -> outdated(failure.code());
			case NOT_SENT, OTHER -> outdated("listing the children fails with " + failure.code());
		}
	}

	/**
	 * ZooKeeper answers, and yet the registrations are not known.
	 */
	private void outdated(String fault) {
		SessionState session = this.draft.session.outdated(this.draft.now);
		this.draft.session = session.with(session.access().withFault(fault));
		retryPath(false);
	}

	/**
	 * The server closes the connection, and the client comes back without a login.
	 */
	void unauthenticated() {
		SessionState session = this.draft.session;
		this.draft.session = session.with(session.access().withRefusal(AccessState.DEMANDED));
	}

	private void accept(Children children) {
		boolean refresh = this.draft.path.refresh();
		boolean relist = this.draft.path.relist();
		// In a path that was created again, the same name is another znode.
		if (children.czxid() != this.draft.guard.czxid()) {
			this.draft.members = Members.NONE;
		}
		Set<RegistrationName> listed = new HashSet<>(children.registrations());
		for (Member member : this.draft.members.all()) {
			if (!listed.contains(member.name())) {
				remove(member.name());
			}
		}
		for (RegistrationName name : listed) {
			Member member = this.draft.members.get(name);
			if (member == null || refresh) {
				put((member != null) ? member.enqueue() : Member.listed(name));
			}
		}
		this.draft.guard = this.draft.guard.accept(this.draft.session.clientId(), children.czxid(), children.pzxid());
		this.draft.path = this.draft.path.withStatus(Status.PRESENT, children.others()).withRetry(null);
		this.draft.session = this.draft.session.accepted();
		if (relist) {
			list(false, false);
		}
	}

	private void missing() {
		if (this.draft.guard.isOfAnotherClient(this.draft.session.clientId()) && !this.draft.guard.isAbsent()) {
			refuseView();
			return;
		}
		this.draft.guard = this.draft.guard.acceptAbsence();
		acceptWithoutMembers(Status.MISSING);
		long request = this.draft.nextRequest();
		this.draft.path = this.draft.path.withCheck(request);
		this.draft.command(new Command.WatchPathCreation(this.draft.session.clientId(), request));
	}

	private void acceptWithoutMembers(Status status) {
		this.draft.members = Members.NONE;
		this.draft.path = this.draft.path.withStatus(status, List.of());
		this.draft.session = this.draft.session.accepted();
	}

	private void refuseView() {
		this.draft.guard = this.draft.guard.refuse();
		this.draft.session = this.draft.session.outdated(this.draft.now);
		if (this.draft.guard.isKnown()) {
			// ZooKeeper answered: other failures do not make the wait for a newer view
			// longer.
			retryPath(false, Retry.of(this.draft.guard.refusals(), this.draft.now));
		}
		else {
			list(false, false);
		}
	}

	void pathChecked(PathChecked input) {
		if (input.request() != this.draft.path.check()) {
			return;
		}
		if (!(input.reply() instanceof Failure failure)) {
			this.draft.path = this.draft.path.withCheck(0);
			pathChanged();
		}
		else if (failure.cause() == Cause.MISSING) {
			this.draft.path = this.draft.path.withCheck(0).withRetry(null);
		}
		else {
			retryPath(false);
		}
	}

	void pathChanged() {
		if (this.draft.path.list() != 0) {
			this.draft.path = this.draft.path.withRelist();
		}
		// A view that was refused is read again anyway, and not before its time: what a
		// lagging server catches up with must not use the refusals up. So is a list that
		// is too large.
		else if (this.draft.guard.refusals() == 0
				&& !(this.draft.path.isFailed() && this.draft.session.access().fault() != null)) {
			list(false, false);
		}
	}

	/**
	 * The reply to a heartbeat reports the version of the path, at no further cost.
	 * ZooKeeper withholds a watch event from a client that may no longer read the znode,
	 * so this is how a denied path is noticed, and any other watch that was lost.
	 */
	void heartbeatReply(Reply reply) {
		PathState path = this.draft.path;
		boolean current = this.draft.session.current();
		if (path.isIdle() && !path.isFailed() && (!current || contradicts(path.status(), reply))) {
			list(!current, false);
		}
	}

	private boolean contradicts(Status status, Reply reply) {
		if (reply instanceof PathVersion version) {
			StaleViewGuard guard = this.draft.guard;
			return status != Status.PRESENT || version.czxid() != guard.czxid() || version.pzxid() > guard.pzxid();
		}
		Cause failure = ((Failure) reply).cause();
		return failure == Cause.MISSING && status != Status.MISSING
				|| failure == Cause.DENIED && status != Status.DENIED;
	}

	private void retryPath(boolean relist) {
		retryPath(relist, Retry.after(this.draft.path.retry(), this.draft.now));
	}

	private void retryPath(boolean relist, Retry retry) {
		this.draft.path = this.draft.path.failed(relist).withRetry(retry);
		this.draft.scheduleRetry(retry);
	}

	/** On a new connection everything is read at once. */
	void retryNow() {
		this.draft.retryAt = null;
		this.draft.path = this.draft.path.withRetry(null);
	}

	/**
	 * Repeat the reads that failed, each when it is due.
	 */
	void retryDue() {
		Retry path = this.draft.path.retry();
		if (path != null && this.draft.path.isFailed()) {
			if (path.isDue(this.draft.now)) {
				list(false, this.draft.guard.refusals() > 0);
			}
			else {
				this.draft.scheduleRetry(path);
			}
		}
		for (Member member : this.draft.members.all()) {
			Retry retry = member.retry();
			if (retry != null && member.isFailed()) {
				if (retry.isDue(this.draft.now)) {
					put(member.enqueue());
				}
				else {
					this.draft.scheduleRetry(retry);
				}
			}
		}
	}

	void memberRead(MemberRead input) {
		Member member = this.draft.members.get(input.name());
		if (member == null || member.request() != input.request()) {
			return;
		}
		if (!(input.reply() instanceof Decoded decoded)) {
			notRead(member, (Failure) input.reply());
		}
		else if (isOfNextPath(decoded)) {
			remove(member.name());
		}
		else {
			put(member.withValue(decoded.registration(), null));
		}
		Member read = this.draft.members.get(input.name());
		if (member.changed() && read != null) {
			put(read.enqueue());
		}
	}

	private void notRead(Member member, Failure failure) {
		if (failure.cause() == Cause.MISSING) {
			remove(member.name());
			pathChanged();
			return;
		}
		if (failure.cause() == Cause.UNAUTHENTICATED) {
			unauthenticated();
		}
		Retry retry = Retry.after(member.retry(), this.draft.now);
		put(switch (failure.cause()) {
			case DENIED -> member.withValue(unreadable(member.name(), "its ACL does not allow reading", true), retry);
			case MISSING, UNAUTHENTICATED, CONNECTION -> member.failed(retry);
			case TOO_LARGE, NOT_SENT, OTHER -> (member.value() instanceof MesosMaster) ? member.failed(retry) : member
				.withValue(unreadable(member.name(), "reading it failed with " + failure.code(), false), retry);
		});
		this.draft.scheduleRetry(retry);
	}

	/**
	 * Whether the path was created again since it was listed, and another registration of
	 * the same name was read: the listing in progress knows which one precedes it.
	 */
	private boolean isOfNextPath(Decoded decoded) {
		return this.draft.path.list() != 0 && decoded.registration().epoch() > this.draft.guard.pzxid();
	}

	void memberChanged(RegistrationName name) {
		Member member = this.draft.members.get(name);
		if (member != null) {
			put((member.request() != 0) ? member.withChange() : member.enqueue());
		}
	}

	/**
	 * The data watch reports the end of a registration before any list could. The child
	 * watch follows, and causes the list.
	 */
	void memberDeleted(RegistrationName name) {
		remove(name);
		if (this.draft.path.list() != 0) {
			this.draft.path = this.draft.path.withRelist();
		}
	}

	/**
	 * Read what waits for it, in election order. Without an accepted view there will be
	 * one, and it says what to read.
	 */
	void readWaiting() {
		if (!this.draft.session.isConnected() || !this.draft.session.current()) {
			return;
		}
		Member member = this.draft.members.firstWaiting();
		while (member != null && this.draft.members.reading() < MAX_CONCURRENT) {
			long request = this.draft.nextRequest();
			this.draft.command(new Command.ReadMember(this.draft.session.clientId(), request, member.name()));
			put(member.withRequest(request));
			member = this.draft.members.firstWaiting();
		}
	}

	private void put(Member member) {
		this.draft.members = this.draft.members.with(member);
	}

	private void remove(RegistrationName name) {
		this.draft.members = this.draft.members.without(name);
	}

	private static UnreadableMaster unreadable(RegistrationName name, String error, boolean denied) {
		return new UnreadableMaster(name.znode(), name.sequence(), 0, error, denied);
	}

}
