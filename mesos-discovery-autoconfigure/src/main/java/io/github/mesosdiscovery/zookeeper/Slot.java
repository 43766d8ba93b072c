package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MesosMaster;
import org.jspecify.annotations.Nullable;

/**
 * The place of one registration.
 *
 * @param value what was read, or {@code null} while nothing was
 * @param request the number of the read under way, or 0
 * @param changed whether the registration changed while that read was under way, or may
 * have since it was lost with the connection
 * @param failed whether the last read failed and is to be repeated
 */
record Slot(@Nullable MasterRegistration value, long request, boolean changed, boolean failed) {

	static final Slot UNREAD = new Slot(null, 0, false, false);

	Slot fetch(long request) {
		return new Slot(this.value, request, false, false);
	}

	Slot change() {
		return new Slot(this.value, this.request, true, this.failed);
	}

	Slot fill(MasterRegistration read, boolean failed) {
		boolean same = this.value != null && isSame(this.value, read);
		return new Slot(same ? this.value : read, 0, false, failed);
	}

	/**
	 * The read was lost with the connection. It had used the watch up, or had not set it
	 * yet.
	 */
	Slot lose() {
		return new Slot(this.value, 0, true, true);
	}

	Slot fail() {
		return new Slot(this.value, 0, false, true);
	}

	/**
	 * Whether two readings say the same, so that nobody needs to hear of the second.
	 */
	static boolean isSame(MasterRegistration one, MasterRegistration other) {
		return one.equals(other) && (!(one instanceof MesosMaster known) || !(other instanceof MesosMaster read)
				|| known.masterInfo().equals(read.masterInfo()));
	}

}
