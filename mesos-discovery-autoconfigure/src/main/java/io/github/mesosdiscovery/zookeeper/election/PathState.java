package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the path itself, and the read of it in progress.
 *
 * @param others some children that are not registrations
 * @param request the number of the last listing by this client, and of the check that
 * follows it
 * @param relist whether the children changed during the listing
 * @param refresh whether the next listing is followed by a read of every registration
 * @param retry when the read that failed last is repeated, or {@code null} after a
 * success
 */
record PathState(Status status, List<String> others, long request, Read reading, boolean relist, boolean refresh,
		@Nullable Retry retry) {

	enum Status {

		UNKNOWN, PRESENT, MISSING, DENIED

	}

	enum Read {

		NONE, LIST, CHECK

	}

	static final PathState UNKNOWN = new PathState(Status.UNKNOWN, List.of(), 0, Read.NONE, false, false, null);

	PathState list(boolean refresh) {
		return new PathState(this.status, this.others, this.request + 1, Read.LIST, false, this.refresh || refresh,
				this.retry);
	}

	PathState check() {
		return new PathState(this.status, this.others, this.request, Read.CHECK, false, this.refresh, this.retry);
	}

	/** A listing in progress may miss a change of the children. */
	PathState change() {
		return new PathState(this.status, this.others, this.request, this.reading, isListing(), this.refresh,
				this.retry);
	}

	PathState accept(Status status, List<String> others) {
		return new PathState(status, others, this.request, Read.NONE, false, false, this.retry);
	}

	PathState fail(long now) {
		return end(Retry.after(this.retry, now));
	}

	/**
	 * End the read in progress.
	 * @param retry when it is repeated, or {@code null} after a success
	 */
	PathState end(@Nullable Retry retry) {
		return new PathState(this.status, this.others, this.request, Read.NONE, false, this.refresh, retry);
	}

	boolean isListing() {
		return this.reading == Read.LIST;
	}

	boolean isListing(long request) {
		return this.reading == Read.LIST && this.request == request;
	}

	boolean isChecking(long request) {
		return this.reading == Read.CHECK && this.request == request;
	}

	boolean isIdle() {
		return this.reading == Read.NONE;
	}

	/** Whether no read is in progress or going to be repeated. */
	boolean isSettled() {
		return isIdle() && this.retry == null;
	}

	/** Return the retry that is to come, or {@code null}. */
	@Nullable Retry pendingRetry() {
		return isIdle() ? this.retry : null;
	}

}
