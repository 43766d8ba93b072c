package io.github.mesosdiscovery.sample.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sends events to open pages: first the whole state, then each change. While nothing
 * changes, a heartbeat shows the page that its server is alive.
 * <p>
 * Each page has the thread of its request, so that a slow page does not delay others, and
 * the number of pages is limited. A response ends after its lifetime, and the page
 * requests the next one: a client that does not read would otherwise keep its place until
 * all buffers on the way are full.
 */
@RestController
@RegisterReflectionForBinding(PageState.class)
class EventsController {

	static final int MAX_PAGES = 32;

	private final Semaphore places = new Semaphore(MAX_PAGES);

	private final PageUpdates updates;

	private final JsonMapper json;

	private final Duration heartbeat;

	private final Duration lifetime;

	EventsController(PageUpdates updates, JsonMapper json, @Value("${sample.page.heartbeat:10s}") Duration heartbeat,
			@Value("${sample.page.lifetime:1m}") Duration lifetime) {
		this.updates = updates;
		this.json = json;
		this.heartbeat = heartbeat;
		this.lifetime = lifetime;
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void events(HttpServletResponse response) throws InterruptedException {
		if (!this.updates.isRunning() || !this.places.tryAcquire()) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many pages are open");
		}
		try {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			stream(response.getOutputStream());
		}
		catch (IOException ex) {
			// The browser has closed its connection, or reads too slowly.
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * Ends when the application stops as well: the web server waits for active requests.
	 */
	private void stream(OutputStream out) throws IOException, InterruptedException {
		long end = System.nanoTime() + this.lifetime.toNanos();
		PageState shown = null;
		while (this.updates.isRunning()) {
			Duration left = Duration.ofNanos(end - System.nanoTime());
			if (left.toMillis() <= 0) {
				write(out, "event:end\ndata:\n\n");
				return;
			}
			Optional<PageState> latest = this.updates.await(shown,
					(left.compareTo(this.heartbeat) < 0) ? left : this.heartbeat);
			write(out, latest.map((state) -> "event:state\ndata:" + this.json.writeValueAsString(state) + "\n\n")
				.orElse(":heartbeat\nevent:heartbeat\ndata:\n\n"));
			shown = latest.orElse(shown);
		}
	}

	private static void write(OutputStream out, String event) throws IOException {
		out.write(event.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

}
