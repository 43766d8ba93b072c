package io.github.mesosdiscovery.zookeeper;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the path itself, and the reads of it under way.
 *
 * @param status what the path was last seen to be
 * @param others some children that are no registrations
 * @param list the number of the listing under way, or 0
 * @param check the number of the check for existence under way, or 0
 * @param again whether the children changed while the listing was under way, or may have
 * since it was lost with the connection
 * @param refresh whether the next listing is followed by a read of every registration
 * @param retry when the read that failed last is repeated, or {@code null} after a
 * success
 */
record PathView(Status status, List<String> others, long list, long check, boolean again, boolean refresh,
		@Nullable Retry retry) {

	enum Status {

		UNKNOWN, PRESENT, MISSING, DENIED

	}

	static final PathView UNKNOWN = new PathView(Status.UNKNOWN, List.of(), 0, 0, false, false, null);

	PathView list(long request, boolean refresh) {
		return new PathView(this.status, this.others, request, 0, false, this.refresh || refresh, this.retry);
	}

	PathView check(long request) {
		return new PathView(this.status, this.others, this.list, request, this.again, this.refresh, this.retry);
	}

	PathView change() {
		return new PathView(this.status, this.others, this.list, this.check, true, this.refresh, this.retry);
	}

	PathView become(Status status, List<String> others) {
		return new PathView(status, others, 0, 0, false, false, this.retry);
	}

	PathView lose() {
		return new PathView(this.status, this.others, 0, 0, true, this.refresh, this.retry);
	}

	PathView fail() {
		return new PathView(this.status, this.others, 0, 0, false, this.refresh, this.retry);
	}

	PathView retry(@Nullable Retry retry) {
		return new PathView(this.status, this.others, this.list, this.check, this.again, this.refresh, retry);
	}

	/**
	 * Whether the last of these reads failed and waits to be repeated.
	 */
	boolean isFailed() {
		return this.retry != null && isIdle();
	}

	/**
	 * Whether none of these reads is under way.
	 */
	boolean isIdle() {
		return this.list == 0 && this.check == 0;
	}

}
