package io.github.mesosdiscovery.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes the changes of the masters to the application context.
 * <p>
 * Until it is opened for the first time, an event waits on the locator's thread: not all
 * listeners are registered while beans are created. Events that follow it wait with the
 * locator, which bounds them.
 */
final class ContextEventPublisher implements MesosMasterListener {

	private final ApplicationEventPublisher publisher;

	private volatile CompletableFuture<Boolean> open = new CompletableFuture<>();

	ContextEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	void open() {
		open(true);
	}

	void close() {
		open(false);
	}

	private void open(boolean open) {
		CompletableFuture<Boolean> before = this.open;
		this.open = CompletableFuture.completedFuture(open);
		before.complete(open);
	}

	@Override
	public void leaderChanged(LeaderChangedEvent event) {
		publish(event);
	}

	@Override
	public void mastersChanged(MastersChangedEvent event) {
		publish(event);
	}

	private void publish(ApplicationEvent event) {
		try {
			if (this.open.get()) {
				this.publisher.publishEvent(event);
			}
		}
		catch (InterruptedException ex) {
			// The locator was closed before the context was ready.
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
