package io.github.mesosdiscovery.actuate.endpoint;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor.ChangeDescriptor;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Remembers the last changes of the leader for the endpoint, those of further clusters
 * apart. It hears of them before the application's listeners, one of which may throw, and
 * in their order. Thread-safe.
 */
public final class LeaderChanges implements ApplicationListener<LeaderChangedEvent>, Ordered {

	static final int LIMIT = 16;

	private final Deque<ChangeDescriptor> changes = new ArrayDeque<>();

	private final Map<MesosMasterLocator, Deque<ChangeDescriptor>> apart;

	/**
	 * Create new changes of one cluster.
	 */
	public LeaderChanges() {
		this(List.of());
	}

	/**
	 * Create new changes of several clusters.
	 * @param apart the locators of the further clusters. What comes from any other is
	 * taken for a change in the main one
	 */
	public LeaderChanges(Collection<? extends MesosMasterLocator> apart) {
		Map<MesosMasterLocator, Deque<ChangeDescriptor>> changes = new IdentityHashMap<>();
		apart.forEach((locator) -> changes.put(locator, new ArrayDeque<>()));
		this.apart = Collections.unmodifiableMap(changes);
	}

	@Override
	public void onApplicationEvent(LeaderChangedEvent event) {
		ChangeDescriptor change = new ChangeDescriptor(Instant.ofEpochMilli(event.getTimestamp()), event.getReason(),
				event.getPrevious().map(MesosMaster::id).orElse(null),
				event.getLeader().map(MesosMaster::id).orElse(null));
		Deque<ChangeDescriptor> of = of(event.getSource());
		synchronized (of) {
			if (of.size() == LIMIT) {
				of.removeFirst();
			}
			of.addLast(change);
		}
	}

	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	List<ChangeDescriptor> latest(MesosMasterLocator locator) {
		Deque<ChangeDescriptor> of = of(locator);
		synchronized (of) {
			return List.copyOf(of);
		}
	}

	private Deque<ChangeDescriptor> of(MesosMasterLocator locator) {
		return this.apart.getOrDefault(locator, this.changes);
	}

}
