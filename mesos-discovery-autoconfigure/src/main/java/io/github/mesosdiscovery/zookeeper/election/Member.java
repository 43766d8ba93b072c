package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * One registration that was listed.
 *
 * @param name the name of the znode
 * @param value what was read, or {@code null} until the first read ends
 * @param request the number of the read in progress, or 0
 * @param changed whether the registration may have changed since the value was read: a
 * watch fired while a read was in progress, or the last read failed
 * @param retry when the read that failed last is repeated, or {@code null} after a
 * success
 * @param waiting whether it is read as soon as few enough reads are in progress
 */
record Member(RegistrationName name, @Nullable MasterRegistration value, long request, boolean changed,
		@Nullable Retry retry, boolean waiting) {

	static Member listed(RegistrationName name) {
		return new Member(name, null, 0, false, null, true);
	}

	/**
	 * Wait for a turn to be read.
	 */
	Member enqueue() {
		return new Member(this.name, this.value, 0, false, this.retry, true);
	}

	Member withRequest(long request) {
		return new Member(this.name, this.value, request, false, this.retry, false);
	}

	Member withChange() {
		return new Member(this.name, this.value, this.request, true, this.retry, this.waiting);
	}

	Member withValue(MasterRegistration read, @Nullable Retry retry) {
		boolean same = this.value != null && Registrations.isSame(this.value, read);
		return new Member(this.name, same ? this.value : read, 0, false, retry, false);
	}

	Member failed(Retry retry) {
		return new Member(this.name, this.value, 0, true, retry, false);
	}

	/**
	 * Whether the last read failed and waits to be repeated.
	 */
	boolean isFailed() {
		return this.retry != null && this.request == 0 && !this.waiting;
	}

	/**
	 * Whether the value is what was read last and a watch reports the next change.
	 */
	boolean isCurrent() {
		return this.request == 0 && !this.waiting && !this.changed;
	}

}
