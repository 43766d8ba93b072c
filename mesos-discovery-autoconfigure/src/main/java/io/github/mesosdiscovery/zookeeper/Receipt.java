package io.github.mesosdiscovery.zookeeper;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.context.ApplicationEvent;

/**
 * Lies in each mailbox behind the events of one publication, and tells how long that took
 * when the last listener has returned. No listener gets to see it.
 */
final class Receipt extends ApplicationEvent {

	private final transient Observers observers;

	private final long since;

	private final AtomicInteger outstanding;

	/**
	 * Create a new receipt.
	 * @param source the locator
	 * @param observers who is told
	 * @param since when the publication began, by {@link System#nanoTime()}
	 * @param mailboxes how many mailboxes it goes into
	 */
	Receipt(MesosMasterLocator source, Observers observers, long since, int mailboxes) {
		super(source);
		this.observers = observers;
		this.since = since;
		this.outstanding = new AtomicInteger(mailboxes);
	}

	/** The listener of one mailbox has returned. */
	void returned() {
		if (this.outstanding.decrementAndGet() == 0) {
			this.observers.published(System.nanoTime() - this.since);
		}
	}

}
