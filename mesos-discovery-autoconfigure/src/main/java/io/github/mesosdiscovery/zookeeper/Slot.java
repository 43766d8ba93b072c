package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;

/**
 * The place of one registration.
 *
 * @param value what was read, or {@code null} while nothing was
 * @param request the number of the read under way, or 0
 * @param changed whether the registration may have changed since the value was read: a
 * watch said so while a read was under way, or the last read ended without saying
 * @param retry when the read that failed last is repeated, or {@code null} after a
 * success
 * @param waiting whether it is to be read as soon as there are few enough reads under way
 */
record Slot(@Nullable MasterRegistration value, long request, boolean changed, @Nullable Retry retry, boolean waiting) {

	static final Slot UNREAD = new Slot(null, 0, false, null, false);

	/**
	 * Wait for a turn to be read.
	 */
	Slot queue() {
		return new Slot(this.value, 0, false, this.retry, true);
	}

	Slot fetch(long request) {
		return new Slot(this.value, request, false, this.retry, false);
	}

	Slot change() {
		return new Slot(this.value, this.request, true, this.retry, this.waiting);
	}

	Slot fill(MasterRegistration read, @Nullable Retry retry) {
		boolean same = this.value != null && isSame(this.value, read);
		return new Slot(same ? this.value : read, 0, false, retry, false);
	}

	Slot fail(Retry retry) {
		return new Slot(this.value, 0, true, retry, false);
	}

	/**
	 * Whether the last read failed and waits to be repeated.
	 */
	boolean isFailed() {
		return this.retry != null && this.request == 0 && !this.waiting;
	}

	/**
	 * Whether the value is what was read last and a watch tells of what becomes of it.
	 */
	boolean isCurrent() {
		return this.request == 0 && !this.waiting && !this.changed;
	}

	/**
	 * Whether two readings say the same, so that nobody needs to hear of the second.
	 */
	static boolean isSame(MasterRegistration one, MasterRegistration other) {
		return one == other || one.equals(other) && (!(one instanceof MesosMaster known)
				|| !(other instanceof MesosMaster read) || known.masterInfo().equals(read.masterInfo()));
	}

	/**
	 * Whether two slots hold the same reading, or none.
	 */
	static boolean isSameRead(Slot one, Slot other) {
		return (one.value == null || other.value == null) ? one.value == other.value : isSame(one.value, other.value);
	}

}
