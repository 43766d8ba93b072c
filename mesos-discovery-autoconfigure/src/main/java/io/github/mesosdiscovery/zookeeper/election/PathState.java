package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the path itself, and its reads in progress.
 *
 * @param status the last known status
 * @param others some children that are not registrations
 * @param list the number of the listing in progress, or 0
 * @param check the number of the existence check in progress, or 0
 * @param relist whether the children changed during the listing, or may have changed
 * since it was lost with the connection
 * @param refresh whether the next listing is followed by a read of every registration
 * @param retry when the read that failed last is repeated, or {@code null} after a
 * success
 */
record PathState(Status status, List<String> others, long list, long check, boolean relist, boolean refresh,
		@Nullable Retry retry) {

	enum Status {

		UNKNOWN, PRESENT, MISSING, DENIED

	}

	static final PathState UNKNOWN = new PathState(Status.UNKNOWN, List.of(), 0, 0, false, false, null);

	PathState withList(long request, boolean refresh) {
		return new PathState(this.status, this.others, request, 0, false, this.refresh || refresh, this.retry);
	}

	PathState withCheck(long request) {
		return new PathState(this.status, this.others, this.list, request, this.relist, this.refresh, this.retry);
	}

	PathState withRelist() {
		return new PathState(this.status, this.others, this.list, this.check, true, this.refresh, this.retry);
	}

	PathState withStatus(Status status, List<String> others) {
		return new PathState(status, others, 0, 0, false, false, this.retry);
	}

	PathState withRetry(@Nullable Retry retry) {
		return new PathState(this.status, this.others, this.list, this.check, this.relist, this.refresh, retry);
	}

	/**
	 * End the read in progress without a result.
	 * @param relist whether the children may have changed since
	 */
	PathState failed(boolean relist) {
		return new PathState(this.status, this.others, 0, 0, relist, this.refresh, this.retry);
	}

	/**
	 * Whether the last of these reads failed and waits to be repeated.
	 */
	boolean isFailed() {
		return this.retry != null && isIdle();
	}

	/**
	 * Whether none of these reads is in progress.
	 */
	boolean isIdle() {
		return this.list == 0 && this.check == 0;
	}

}
