package io.github.mesosdiscovery.sample.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Keeps one open page up to date: all that there is to see at first, then each change.
 * While nothing changes a heartbeat tells the page that its server is there, and the
 * server whether the page is.
 */
final class PageStream implements Runnable {

	private final SseEmitter emitter;

	private final Board board;

	private final Duration heartbeat;

	PageStream(SseEmitter emitter, Board board, Duration heartbeat) {
		this.emitter = emitter;
		this.board = board;
		this.heartbeat = heartbeat;
	}

	/**
	 * Send until the browser is gone or the thread is interrupted. A browser that reads
	 * too slowly makes the server give up the write, and so is gone, too.
	 */
	@Override
	public void run() {
		try {
			PageState seen = null;
			while (true) {
				Optional<PageState> next = this.board.next(seen, this.heartbeat);
				this.emitter.send(event(next.orElse(null)));
				seen = next.orElse(seen);
			}
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
