package io.github.mesosdiscovery.zookeeper;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.LocatorObserver;
import io.github.mesosdiscovery.LocatorObserver.Outcome;
import io.github.mesosdiscovery.LocatorObserver.Read;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.ApplicationEvent;

/**
 * Tells the observers of a locator, none of which can do harm.
 */
final class Observers {

	private static final Log logger = LogFactory.getLog(Observers.class);

	private final List<LocatorObserver> observers = new CopyOnWriteArrayList<>();

	/** How often the leader changed. */
	private final Map<Reason, Integer> changes = new EnumMap<>(Reason.class);

	/** One line is enough: there are reads all the time. */
	private volatile boolean complained;

	/**
	 * Add an observer, and tell it of the changes so far: a locator runs before the
	 * meters exist, and none of them may be missing.
	 */
	synchronized void add(LocatorObserver observer) {
		this.observers.add(observer);
		this.changes.forEach((reason, count) -> {
			for (int i = 0; i < count; i++) {
				observer.leaderChanged(reason);
			}
		});
	}

	void remove(LocatorObserver observer) {
		this.observers.remove(observer);
	}

	boolean isEmpty() {
		return this.observers.isEmpty();
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

	synchronized void published(List<ApplicationEvent> events) {
		for (ApplicationEvent event : events) {
			if (event instanceof LeaderChangedEvent leaderChanged) {
				this.changes.merge(leaderChanged.getReason(), 1, Integer::sum);
				tell((observer) -> observer.leaderChanged(leaderChanged.getReason()));
			}
		}
	}

	void delivered(long nanos) {
		tell((observer) -> observer.published(nanos));
	}

	private void readEnded(Read read, Object end) {
		Outcome outcome = (end instanceof Failure failure) ? outcome(failure) : Outcome.SUCCESS;
		tell((observer) -> observer.readEnded(read, outcome));
	}

	private static Outcome outcome(Failure failure) {
		return switch (failure.cause()) {
			case MISSING -> Outcome.MISSING;
			case DENIED, UNAUTHENTICATED -> Outcome.DENIED;
			case CONNECTION -> Outcome.DISCONNECTED;
			case TOO_LARGE, NOT_SENT, OTHER -> Outcome.FAILED;
		};
	}

	private void tell(Consumer<LocatorObserver> news) {
		for (LocatorObserver observer : this.observers) {
			try {
				news.accept(observer);
			}
			catch (RuntimeException | Error ex) {
				if (!this.complained) {
					this.complained = true;
					logger.warn("An observer of a locator of the Mesos masters failed; only this time is logged", ex);
				}
			}
		}
	}

}
