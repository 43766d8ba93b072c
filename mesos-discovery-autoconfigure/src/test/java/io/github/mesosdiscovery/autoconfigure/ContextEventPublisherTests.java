package io.github.mesosdiscovery.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MastersChangedEvent;
import io.github.mesosdiscovery.Masters;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextEventPublisher}.
 */
class ContextEventPublisherTests {

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected());

	private final LeaderChangedEvent leaderChanged = Masters.elected(this.locator, null, Masters.master(1));

	private final MastersChangedEvent mastersChanged = new MastersChangedEvent(this.locator, List.of(),
			Masters.connected());

	private final List<Object> published = new ArrayList<>();

	private final ContextEventPublisher publisher = new ContextEventPublisher(this.published::add);

	@Test
	void publishesBothInOrderWhileOpen() {
		this.publisher.open();
		tell();
		assertThat(this.published).containsExactly(this.leaderChanged, this.mastersChanged);
	}

	@Test
	void silentBeforeItIsOpened() {
		tell();
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

	private void tell() {
		this.publisher.leaderChanged(this.leaderChanged);
		this.publisher.mastersChanged(this.mastersChanged);
	}

}
