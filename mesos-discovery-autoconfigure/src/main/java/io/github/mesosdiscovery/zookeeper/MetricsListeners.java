package io.github.mesosdiscovery.zookeeper;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Outcome;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Read;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The metrics listeners of a locator, none of which affects another.
 */
final class MetricsListeners {

	private static final Log logger = LogFactory.getLog(MetricsListeners.class);

	private final List<LocatorMetricsListener> listeners = new CopyOnWriteArrayList<>();

	/** How often the leader changed. */
	private final Map<Reason, Integer> changes = new EnumMap<>(Reason.class);

	/** One line is enough: there are reads all the time. */
	private volatile boolean complained;

	/**
	 * Add a listener and report the changes so far: a locator runs before the meters
	 * exist, and they must count every change.
	 */
	synchronized void add(LocatorMetricsListener listener) {
		this.listeners.add(listener);
		this.changes.forEach((reason, count) -> {
			for (int i = 0; i < count; i++) {
				listener.leaderChanged(reason);
			}
		});
	}

	void remove(LocatorMetricsListener listener) {
		this.listeners.remove(listener);
	}

	boolean isEmpty() {
		return this.listeners.isEmpty();
	}

	void processed(Input input) {
		if (isEmpty()) {
			return;
		}
		if (input instanceof Input.ChildrenListed listed) {
			readEnded(Read.LIST, listed.listing());
		}
		else if (input instanceof Input.MemberRead read) {
			readEnded(Read.GET, read.reply());
		}
		else if (input instanceof Input.PathChecked checked) {
			readEnded(Read.EXISTS, checked.reply());
		}
		else if (input instanceof Input.HeartbeatReply heartbeat) {
			readEnded(Read.HEARTBEAT, heartbeat.reply());
		}
	}

	synchronized void leaderChanged(Reason reason) {
		this.changes.merge(reason, 1, Integer::sum);
		tell((listener) -> listener.leaderChanged(reason));
	}

	void delivered(long nanos) {
		tell((listener) -> listener.published(nanos));
	}

	private void readEnded(Read read, Object end) {
		Outcome outcome = (end instanceof Failure failure) ? outcome(failure) : Outcome.SUCCESS;
		tell((listener) -> listener.readEnded(read, outcome));
	}

	private static Outcome outcome(Failure failure) {
		return switch (failure.cause()) {
			case MISSING -> Outcome.MISSING;
			case DENIED, UNAUTHENTICATED -> Outcome.DENIED;
			case CONNECTION -> Outcome.DISCONNECTED;
			case TOO_LARGE, NOT_SENT, OTHER -> Outcome.FAILED;
		};
	}

	private void tell(Consumer<LocatorMetricsListener> news) {
		for (LocatorMetricsListener listener : this.listeners) {
			try {
				news.accept(listener);
			}
			catch (RuntimeException | Error ex) {
				if (!this.complained) {
					this.complained = true;
					logger.warn("A metrics listener of the Mesos masters failed; further failures are not logged", ex);
				}
			}
		}
	}

}
