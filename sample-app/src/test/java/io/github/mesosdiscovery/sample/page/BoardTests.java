package io.github.mesosdiscovery.sample.page;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Board}.
 */
@Timeout(60)
class BoardTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final PageState FIRST = Readings.page(Readings.connected());

	private static final PageState SECOND = Readings.page(Readings.connected(Readings.master(1)));

	private final Board board = new Board();

	@Test
	void hasNothingToShowAtFirst() throws InterruptedException {
		assertThat(this.board.next(null, Duration.ZERO)).isEmpty();
	}

	@Test
	void showsAtOnceWhatTheReaderHasNotSeen() throws InterruptedException {
		this.board.show(FIRST);
		assertThat(this.board.next(null, LONG)).containsSame(FIRST);
		this.board.show(SECOND);
		assertThat(this.board.next(FIRST, LONG)).containsSame(SECOND);
	}

	@Test
	void waitsNoLongerThanTheReaderDoes() throws InterruptedException {
		this.board.show(FIRST);
		assertThat(this.board.next(FIRST, Duration.ofMillis(1))).isEmpty();
	}

	@Test
	void wakesAllThatWait() throws Exception {
		this.board.show(FIRST);
		Reader one = new Reader(this.board);
		Reader other = new Reader(this.board);
		Awaitility.await().until(() -> one.isWaiting() && other.isWaiting());
		this.board.show(SECOND);
		assertThat(one.read()).containsSame(SECOND);
		assertThat(other.read()).containsSame(SECOND);
	}

	private static final class Reader {

		private final CompletableFuture<Optional<PageState>> next = new CompletableFuture<>();

		private final Thread thread;

		Reader(Board board) {
			this.thread = new Thread(() -> {
				try {
					this.next.complete(board.next(FIRST, LONG));
				}
				catch (InterruptedException ex) {
					this.next.completeExceptionally(ex);
				}
			});
			this.thread.setDaemon(true);
			this.thread.start();
		}

		boolean isWaiting() {
			return this.thread.getState() == Thread.State.TIMED_WAITING;
		}

		Optional<PageState> read() throws Exception {
			return this.next.get(30, TimeUnit.SECONDS);
		}

	}

}
