package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;
import java.util.OptionalLong;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input.Children;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.election.Input.PathVersion;
import io.github.mesosdiscovery.zookeeper.election.Input.Reply;
import io.github.mesosdiscovery.zookeeper.election.PathState.Status;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the masters of one path (internal). Immutable: the
 * {@link StateMachine} returns the next one.
 *
 * @param snapshot what users see: the same object until something changes
 */
public record DetectorState(DetectorSettings settings, SessionState session, StaleViewGuard guard, PathState path,
		Members members, MasterSnapshot snapshot) {

	/** Return the number of the current client, 0 before the first one. */
	public int clientId() {
		return this.session.clientId();
	}

	/**
	 * Return when ZooKeeper last answered a read, as a reading of the monotonic clock in
	 * nanoseconds, or empty if it never did.
	 */
	public OptionalLong lastContact() {
		Contact contact = this.session.contact();
		return contact.ever() ? OptionalLong.of(contact.answered()) : OptionalLong.empty();
	}

	/** Return whether a view was accepted on the current connection. */
	public boolean isCurrent() {
		return this.session.current();
	}

	/** Return whether a read is in progress that a watch may have caused. */
	public boolean isReading() {
		return !this.path.isIdle() || this.members.reading() != 0;
	}

	/**
	 * Whether the next leader is being read. Until then nothing is published. Older data
	 * is not enough: once its watch has fired, this master can end before the leader that
	 * it follows.
	 */
	boolean isReadingLeader() {
		Member first = this.members.first();
		return first != null && (first.value() == null || !first.isCurrent() && !isPublishedFirst(first.value()));
	}

	private boolean isPublishedFirst(MasterRegistration registration) {
		List<MasterRegistration> published = this.snapshot.registrations();
		return !published.isEmpty() && published.get(0).znode().equals(registration.znode())
				&& published.get(0).epoch() == registration.epoch();
	}

	/** Return the next retry, or {@code null}. */
	@Nullable Retry nextRetry() {
		return this.session.isConnected() ? Retry.first(this.path.pendingRetry(), this.members.nextRetry()) : null;
	}

	/** Whether the answer to a heartbeat contradicts the accepted view. */
	boolean isContradictedBy(Reply reply) {
		Status status = this.path.status();
		if (reply instanceof PathVersion version) {
			return status != Status.PRESENT || version.czxid() != this.guard.czxid()
					|| version.pzxid() > this.guard.pzxid();
		}
		Cause failure = ((Failure) reply).cause();
		return failure == Cause.MISSING && status != Status.MISSING
				|| failure == Cause.DENIED && status != Status.DENIED;
	}

	DetectorState with(SessionState session) {
		return new DetectorState(this.settings, session, this.guard, this.path, this.members, this.snapshot);
	}

	DetectorState with(AccessState access) {
		return with(this.session.with(access));
	}

	DetectorState with(PathState path) {
		return new DetectorState(this.settings, this.session, this.guard, path, this.members, this.snapshot);
	}

	DetectorState with(Members members) {
		return new DetectorState(this.settings, this.session, this.guard, this.path, members, this.snapshot);
	}

	DetectorState with(MasterSnapshot snapshot) {
		return new DetectorState(this.settings, this.session, this.guard, this.path, this.members, snapshot);
	}

	DetectorState withdraw(SessionState session) {
		return with(session).with(Members.NONE);
	}

	DetectorState accept(Children children) {
		// In a path that was created again, the same name is another znode.
		Members known = (children.czxid() == this.guard.czxid()) ? this.members : Members.NONE;
		return new DetectorState(this.settings, this.session.accepted(),
				this.guard.accept(clientId(), children.czxid(), children.pzxid()),
				this.path.accept(Status.PRESENT, children.others()).end(null),
				known.listed(children.registrations(), this.path.refresh()), this.snapshot);
	}

	DetectorState acceptAbsence() {
		return new DetectorState(this.settings, this.session.accepted(), this.guard.acceptAbsence(clientId()),
				this.path.accept(Status.MISSING, List.of()).check(), Members.NONE, this.snapshot);
	}

	DetectorState acceptDenial(long now) {
		return new DetectorState(this.settings, this.session.accepted(), this.guard,
				this.path.accept(Status.DENIED, List.of()).fail(now), Members.NONE, this.snapshot);
	}

	DetectorState refuseView(long now) {
		StaleViewGuard refused = this.guard.refuse();
		// ZooKeeper answered: other failures do not make the wait for a newer view
		// longer.
		PathState ended = refused.isKnown() ? this.path.end(Retry.of(refused.refusals(), now)) : this.path;
		return new DetectorState(this.settings, this.session.outdated(now), refused, ended, this.members,
				this.snapshot);
	}

	/** ZooKeeper answers, and yet the registrations are not known. */
	DetectorState outdated(String fault, long now) {
		return with(this.session.outdated(now)).with(this.session.access().withFault(fault)).with(this.path.fail(now));
	}

	DetectorState memberRead(MasterRegistration registration, RegistrationName name) {
		// The path may have been created again since it was listed, and another
		// registration of the same name was read: the listing in progress knows which one
		// precedes it.
		if (this.path.isListing() && registration.epoch() > this.guard.pzxid()) {
			return with(this.members.without(name));
		}
		return with(this.members.update(name, (member) -> member.read(registration, null)));
	}

	@Override
	public String toString() {
		return this.session.toString();
	}

}
