package io.github.mesosdiscovery.actuate.endpoint;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.actuate.endpoint.MesosDescriptor.ChangeDescriptor;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Remembers the last changes of the leader for the endpoint. It hears of them before the
 * application's listeners, one of which may throw, and in their order. Thread-safe.
 */
public final class LeaderChanges implements ApplicationListener<LeaderChangedEvent>, Ordered {

	static final int LIMIT = 16;

	private final Deque<ChangeDescriptor> changes = new ArrayDeque<>();

	@Override
	public void onApplicationEvent(LeaderChangedEvent event) {
		ChangeDescriptor change = new ChangeDescriptor(Instant.ofEpochMilli(event.getTimestamp()), event.getReason(),
				event.getPrevious().map(MesosMaster::id).orElse(null),
				event.getLeader().map(MesosMaster::id).orElse(null));
		synchronized (this.changes) {
			if (this.changes.size() == LIMIT) {
				this.changes.removeFirst();
			}
			this.changes.addLast(change);
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

	List<ChangeDescriptor> latest() {
		synchronized (this.changes) {
			return List.copyOf(this.changes);
		}
	}

}
