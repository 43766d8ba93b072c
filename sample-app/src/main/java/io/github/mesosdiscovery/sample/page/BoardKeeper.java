package io.github.mesosdiscovery.sample.page;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the locator from one reading to the next. A {@code LeaderChangedEvent} would
 * tell of the leader only; the page shows the connection, too.
 */
@Component
class BoardKeeper implements SmartLifecycle {

	private final MesosMasterLocator locator;

	private final Board board;

	private final Timeline timeline = new Timeline();

	private @Nullable CompletableFuture<MasterSnapshot> next;

	BoardKeeper(MesosMasterLocator locator, Board board) {
		this.locator = locator;
		this.board = board;
	}

	@Override
	public synchronized void start() {
		if (this.next == null) {
			show(this.locator.snapshot());
		}
	}

	private void show(MasterSnapshot snapshot) {
		this.timeline.add(snapshot, Instant.now());
		this.board.show(PageState.of(snapshot, this.timeline));
		CompletableFuture<MasterSnapshot> change = this.locator.changedFrom(snapshot);
		this.next = change;
		// On another thread, so that a change which is there already does not call this
		// method from within itself.
		change.thenAcceptAsync((changed) -> follow(change, changed));
	}

	private synchronized void follow(CompletableFuture<MasterSnapshot> change, MasterSnapshot changed) {
		if (this.next == change) {
			show(changed);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.next != null) {
			this.next.cancel(false);
			this.next = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.next != null;
	}

}
