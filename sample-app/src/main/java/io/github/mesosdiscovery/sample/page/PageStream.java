package io.github.mesosdiscovery.sample.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Keeps one open page up to date: first the whole state, then each change. While nothing
 * changes, a heartbeat shows the page that its server is alive.
 * <p>
 * A stream ends after its lifetime, and the page opens the next one. Whether a browser
 * reads at all cannot be seen until the buffers on the way are full, so a client that
 * does not read would otherwise keep its place forever.
 */
final class PageStream implements Runnable {

	private final SseEmitter emitter;

	private final Board board;

	private final Duration heartbeat;

	private final Duration lifetime;

	PageStream(SseEmitter emitter, Board board, Duration heartbeat, Duration lifetime) {
		this.emitter = emitter;
		this.board = board;
		this.heartbeat = heartbeat;
		this.lifetime = lifetime;
	}

	/**
	 * Send until the lifetime has elapsed, the browser is gone or the thread is
	 * interrupted. If a browser reads too slowly, the server gives up the write.
	 */
	@Override
	public void run() {
		try {
			long end = System.nanoTime() + this.lifetime.toNanos();
			PageState seen = null;
			for (Duration left = this.lifetime; left.toMillis() > 0; left = Duration.ofNanos(end - System.nanoTime())) {
				Duration patience = (left.compareTo(this.heartbeat) < 0) ? left : this.heartbeat;
				Optional<PageState> next = this.board.next(seen, patience);
				this.emitter.send(event(next.orElse(null)));
				seen = next.orElse(seen);
			}
			this.emitter.send(SseEmitter.event().name("end").data(""));
			this.emitter.complete();
		}
		catch (InterruptedException ex) {
			this.emitter.complete();
		}
		catch (IOException ex) {
			// Gone. The server has noticed as well, and ends the request.
		}
		catch (IllegalStateException ex) {
			this.emitter.completeWithError(ex);
		}
	}

	private static SseEventBuilder event(@Nullable PageState state) {
		return (state != null) ? SseEmitter.event().name("state").data(state, MediaType.APPLICATION_JSON)
				: SseEmitter.event().comment("heartbeat").name("heartbeat").data("");
	}

}
