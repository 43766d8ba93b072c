package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Hands the changes of the masters on to the application context, while that runs.
 */
final class ContextEventPublisher implements MesosMasterListener {

	private final ApplicationEventPublisher publisher;

	private volatile boolean open;

	ContextEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	void open() {
		this.open = true;
	}

	void close() {
		this.open = false;
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
		if (this.open) {
			this.publisher.publishEvent(event);
		}
	}

}
