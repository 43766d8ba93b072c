package io.github.mesosdiscovery.sample.page;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageStream} with browsers that are slow or gone.
 */
@Timeout(60)
class PageStreamTests {

	private final Board board = new Board();

	private final List<PageState> states = Readings.pages(5);

	private final SlowBrowser slow = new SlowBrowser();

	private final SlowBrowser quick = new SlowBrowser();

	private final Thread slowStream = start(this.slow);

	private final Thread quickStream = start(this.quick);

	@AfterEach
	void stop() throws InterruptedException {
		this.slow.ready.countDown();
		this.slowStream.interrupt();
		this.quickStream.interrupt();
		this.slowStream.join();
		this.quickStream.join();
	}

	@Test
	void sendsTheLatestOnlyToASlowBrowserAndAllToAQuickOne() {
		this.quick.ready.countDown();
		for (PageState state : this.states) {
			this.board.show(state);
			Awaitility.await().until(() -> this.quick.received.contains(state));
			Awaitility.await().until(() -> this.slow.sends > 0);
		}
		assertThat(this.quick.received).isEqualTo(this.states);
		this.slow.ready.countDown();
		Awaitility.await().until(() -> this.slow.received.equals(List.of(this.states.get(0), this.states.get(4))));
	}

	@Test
	void endsWhenTheBrowserIsGone() throws InterruptedException {
		this.slow.gone = true;
		this.slow.ready.countDown();
		this.board.show(this.states.get(0));
		this.slowStream.join(TimeUnit.SECONDS.toMillis(30));
		assertThat(this.slowStream.isAlive()).isFalse();
		assertThat(this.slow.completed).isFalse();
	}

	@Test
	void endsTheResponseWhenItIsInterrupted() throws InterruptedException {
		this.quickStream.interrupt();
		this.quickStream.join(TimeUnit.SECONDS.toMillis(30));
		assertThat(this.quick.completed).isTrue();
	}

	@Test
	void endsAfterItsLifetime() throws InterruptedException {
		SlowBrowser browser = new SlowBrowser();
		browser.ready.countDown();
		Thread stream = start(browser, Duration.ofMillis(200));
		stream.join(TimeUnit.SECONDS.toMillis(30));
		assertThat(stream.isAlive()).isFalse();
		assertThat(browser.completed).isTrue();
	}

	private Thread start(SseEmitter emitter) {
		return start(emitter, Duration.ofHours(1));
	}

	private Thread start(SseEmitter emitter, Duration lifetime) {
		Thread thread = new Thread(new PageStream(emitter, this.board, Duration.ofHours(1), lifetime));
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * Takes nothing before it is ready.
	 */
	private static final class SlowBrowser extends SseEmitter {

		private final CountDownLatch ready = new CountDownLatch(1);

		private final List<Object> received = new CopyOnWriteArrayList<>();

		private volatile int sends;

		private volatile boolean gone;

		private volatile boolean completed;

		@Override
		public void send(SseEventBuilder builder) throws IOException {
			this.sends++;
			try {
				this.ready.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			if (this.gone) {
				throw new IOException("Broken pipe");
			}
			builder.build()
				.stream()
				.map(DataWithMediaType::getData)
				.filter(PageState.class::isInstance)
				.forEach(this.received::add);
		}

		@Override
		public void complete() {
			this.completed = true;
		}

	}

}
