package io.github.mesosdiscovery.sample.page;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages, each with a thread of its own, so that a slow one does not delay
 * others. Their number is limited. They end first when the application stops, because the
 * web server waits for active requests.
 */
@Component
class OpenPages implements SmartLifecycle {

	static final int LIMIT = 32;

	private static final Long WITHOUT_TIMEOUT = 0L;

	private final Board board;

	private final Duration heartbeat;

	private final Duration lifetime;

	private volatile @Nullable ExecutorService streams;

	OpenPages(Board board, @Value("${sample.page.heartbeat:10s}") Duration heartbeat,
			@Value("${sample.page.lifetime:1m}") Duration lifetime) {
		this.board = board;
		this.heartbeat = heartbeat;
		this.lifetime = lifetime;
	}

	/**
	 * Begin a stream of events.
	 * @return the stream, or empty when there are too many or the application stops
	 */
	Optional<SseEmitter> open() {
		ExecutorService streams = this.streams;
		if (streams == null) {
			return Optional.empty();
		}
		SseEmitter emitter = new SseEmitter(WITHOUT_TIMEOUT);
		try {
			streams.execute(new PageStream(emitter, this.board, this.heartbeat, this.lifetime));
			return Optional.of(emitter);
		}
		catch (RejectedExecutionException ex) {
			return Optional.empty();
		}
	}

	@Override
	public void start() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("page-");
		threads.setDaemon(true);
		this.streams = new ThreadPoolExecutor(0, LIMIT, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
	}

	@Override
	public void stop() {
		ExecutorService streams = this.streams;
		this.streams = null;
		if (streams != null) {
			streams.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.streams != null;
	}

}
