package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import org.jspecify.annotations.Nullable;

/**
 * One registration that was listed.
 *
 * @param value what was read, or {@code null} until the first read ends
 * @param changed whether the registration may have changed since the value was read: a
 * watch fired while a read was in progress, or the last read failed
 * @param retry when the read that failed last is repeated, or {@code null} after a
 * success
 */
record Member(RegistrationName name, @Nullable MasterRegistration value, Status status, boolean changed,
		@Nullable Retry retry) {

	enum Status {

		WAITING, READING, DONE

	}

	static Member listed(RegistrationName name) {
		return new Member(name, null, Status.WAITING, false, null);
	}

	Member enqueue() {
		return new Member(this.name, this.value, Status.WAITING, false, this.retry);
	}

	Member startReading() {
		return new Member(this.name, this.value, Status.READING, false, this.retry);
	}

	Member change() {
		return (this.status == Status.READING) ? new Member(this.name, this.value, Status.READING, true, this.retry)
				: enqueue();
	}

	Member read(MasterRegistration read, @Nullable Retry retry) {
		boolean same = this.value != null && Registrations.isSame(this.value, read);
		return new Member(this.name, same ? this.value : read, afterRead(), false, retry);
	}

	/** Keep the value, unless the failure says that it can no longer be read. */
	Member failed(Failure failure, long now) {
		Retry next = Retry.after(this.retry, now);
		boolean unknown = switch (failure.cause()) {
			case DENIED -> false;
			case MISSING, UNAUTHENTICATED, CONNECTION -> true;
			case TOO_LARGE, NOT_SENT, OTHER -> this.value instanceof MesosMaster;
		};
		if (unknown) {
			return new Member(this.name, this.value, afterRead(), true, next);
		}
		boolean denied = failure.cause() == Failure.Cause.DENIED;
		String error = denied ? "its ACL does not allow reading" : "reading it failed with " + failure.code();
		return read(new UnreadableMaster(this.name.znode(), this.name.sequence(), 0, error, denied), next);
	}

	private Status afterRead() {
		return this.changed ? Status.WAITING : Status.DONE;
	}

	/** Return the retry that is to come, or {@code null}. */
	@Nullable Retry pendingRetry() {
		return (this.status == Status.DONE) ? this.retry : null;
	}

	/** Whether the value is what was read last and a watch reports the next change. */
	boolean isCurrent() {
		return this.status == Status.DONE && !this.changed;
	}

}
