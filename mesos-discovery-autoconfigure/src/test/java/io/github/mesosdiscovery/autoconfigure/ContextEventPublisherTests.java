package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.Masters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ContextEventPublisher}.
 */
@Timeout(30)
class ContextEventPublisherTests {

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected());

	private final LeaderChangedEvent leaderChanged = Masters.elected(this.locator, null, Masters.master(1));

	private final MastersChangedEvent mastersChanged = new MastersChangedEvent(this.locator, List.of(),
			Masters.connected());

	private final List<Object> published = new CopyOnWriteArrayList<>();

	private final ContextEventPublisher publisher = new ContextEventPublisher(this.published::add);

	@Test
	void publishesBothInOrderWhileOpen() {
		this.publisher.open();
		tell();
		assertThat(this.published).containsExactly(this.leaderChanged, this.mastersChanged);
	}

	@Test
	void keepsEventsInOrderUntilItIsOpened() throws InterruptedException {
		Thread thread = waiting();
		assertThat(this.published).isEmpty();
		this.publisher.open();
		thread.join();
		assertThat(this.published).containsExactly(this.leaderChanged, this.mastersChanged);
	}

	@Test
	void doesNotWaitOnceItIsClosedOrInterrupted() throws InterruptedException {
		Thread interrupted = waiting();
		interrupted.interrupt();
		interrupted.join();
		Thread closed = waiting();
		this.publisher.close();
		closed.join();
		assertThat(this.published).isEmpty();
	}

	@Test
	void silentAfterItIsClosed() {
		this.publisher.open();
		this.publisher.close();
		tell();
		assertThat(this.published).isEmpty();
	}

	@Test
	void canBeOpenedAgain() {
		this.publisher.open();
		this.publisher.close();
		this.publisher.open();
		tell();
		assertThat(this.published).hasSize(2);
	}

	private Thread waiting() {
		Thread thread = new Thread(this::tell);
		thread.start();
		await().until(() -> thread.getState() == Thread.State.WAITING);
		return thread;
	}

	private void tell() {
		this.publisher.leaderChanged(this.leaderChanged);
		this.publisher.mastersChanged(this.mastersChanged);
	}

}
