package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Timer;
import io.github.mesosdiscovery.zookeeper.election.Scenario;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.LocatorObserver;
import io.github.mesosdiscovery.LocatorObserver.Outcome;
import io.github.mesosdiscovery.LocatorObserver.Read;
import io.github.mesosdiscovery.RecordingObserver;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static io.github.mesosdiscovery.zookeeper.election.Scenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ObserversTests {

	private final Observers observers = new Observers();

	private final RecordingObserver recorder = new RecordingObserver();

	@ParameterizedTest
	@MethodSource
	void readsEndWithTheirOutcome(Input signal, Read read, Outcome outcome) {
		this.observers.add(this.recorder);
		this.observers.processed(signal);
		for (Read anyRead : Read.values()) {
			for (Outcome anyOutcome : Outcome.values()) {
				assertThat(this.recorder.reads(anyRead, anyOutcome))
					.isEqualTo((anyRead == read && anyOutcome == outcome) ? 1 : 0);
			}
		}
	}

	static Stream<Arguments> readsEndWithTheirOutcome() {
		Input.PathVersion version = new Input.PathVersion(1, 1);
		return Stream.of(
				arguments(new Input.ChildrenListed(1, 1, new Input.Children(List.of(), List.of(), 1, 1)), Read.LIST,
						Outcome.SUCCESS),
				arguments(new Input.ChildrenListed(1, 1, failure(Cause.MISSING)), Read.LIST, Outcome.MISSING),
				arguments(new Input.MemberRead(1, 1, Scenario.name(A),
						new Input.Decoded(Scenario.master(A, 1, "1"), List.of())), Read.GET, Outcome.SUCCESS),
				arguments(new Input.MemberRead(1, 1, Scenario.name(A), failure(Cause.DENIED)), Read.GET,
						Outcome.DENIED),
				arguments(new Input.PathChecked(1, 1, version), Read.EXISTS, Outcome.SUCCESS),
				arguments(new Input.PathChecked(1, 1, failure(Cause.OTHER)), Read.EXISTS, Outcome.FAILED),
				arguments(new Input.HeartbeatReply(1, version), Read.HEARTBEAT, Outcome.SUCCESS), arguments(
						new Input.HeartbeatReply(1, failure(Cause.CONNECTION)), Read.HEARTBEAT, Outcome.DISCONNECTED));
	}

	@Test
	void whatIsNoReadIsNotTold() {
		this.observers.add(this.recorder);
		this.observers.processed(new Input.PathChanged(1));
		this.observers.processed(new Input.TimerFired(Timer.HEARTBEAT));
		assertThat(this.recorder).usingRecursiveComparison().isEqualTo(new RecordingObserver());
	}

	@Test
	void anObserverThatThrowsHarmsNoOtherAndIsLoggedOnce() {
		this.observers.add(new LocatorObserver() {

			@Override
			public void leaderChanged(Reason reason) {
				throw new IllegalStateException("on purpose");
			}

			@Override
			public void published(long nanos) {
				throw new AssertionError("on purpose");
			}

		});
		this.observers.add(this.recorder);
		List<ILoggingEvent> logged = logged(() -> {
			this.observers.published(
					ChangeEvents.between(new NoLocator(), new Scenario().snapshot(), Scenario.following(A).snapshot()));
			this.observers.delivered(1);
		});
		assertThat(this.recorder.reasons).containsExactly(Reason.ELECTED);
		assertThat(this.recorder.times).containsExactly(1L);
		assertThat(logged).singleElement()
			.satisfies((event) -> assertThat(event.getThrowableProxy().getMessage()).isEqualTo("on purpose"));
	}

	@Test
	void whoWasRemovedHearsNothing() {
		this.observers.add(this.recorder);
		assertThat(this.observers.isEmpty()).isFalse();
		this.observers.remove(this.recorder);
		this.observers.delivered(1);
		assertThat(this.recorder.times).isEmpty();
		assertThat(this.observers.isEmpty()).isTrue();
	}

	private static List<ILoggingEvent> logged(Runnable action) {
		Logger logger = (Logger) LoggerFactory.getLogger(Observers.class);
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.start();
		logger.setLevel(Level.WARN);
		logger.setAdditive(false);
		logger.addAppender(appender);
		try {
			action.run();
		}
		finally {
			logger.detachAppender(appender);
			logger.setAdditive(true);
			logger.setLevel(null);
		}
		return appender.list;
	}

	private static Failure failure(Cause cause) {
		return new Failure(cause, cause.name());
	}

}
