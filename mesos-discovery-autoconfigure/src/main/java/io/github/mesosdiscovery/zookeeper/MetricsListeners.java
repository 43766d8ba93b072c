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

	/** The number of changes of the leader so far. */
	private final Map<Reason, Integer> changes = new EnumMap<>(Reason.class);

	private volatile boolean failureLogged;

	/**
	 * Add a listener and report the changes so far, since a locator can start before its
	 * meters exist.
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

	void processed(Input input) {
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
		report((listener) -> listener.leaderChanged(reason));
	}

	void delivered(long nanos) {
		report((listener) -> listener.published(nanos));
	}

	private void readEnded(Read read, Object result) {
		Outcome outcome = (result instanceof Failure failure) ? outcome(failure) : Outcome.SUCCESS;
		report((listener) -> listener.readEnded(read, outcome));
	}

	private static Outcome outcome(Failure failure) {
		return switch (failure.cause()) {
			case MISSING -> Outcome.MISSING;
			case DENIED, UNAUTHENTICATED -> Outcome.DENIED;
			case CONNECTION -> Outcome.DISCONNECTED;
			case TOO_LARGE, NOT_SENT, OTHER -> Outcome.FAILED;
		};
	}

	private void report(Consumer<LocatorMetricsListener> call) {
		for (LocatorMetricsListener listener : this.listeners) {
			try {
				call.accept(listener);
			}
			catch (RuntimeException | Error ex) {
				if (!this.failureLogged) {
					this.failureLogged = true;
					SafeLog.write(() -> logger
						.warn("A metrics listener of the Mesos masters failed; further failures are not logged", ex));
				}
			}
		}
	}

}
