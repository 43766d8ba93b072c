package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.RecordingMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Outcome;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Read;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.election.StateMachineScenario;
import io.github.mesosdiscovery.zookeeper.election.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static io.github.mesosdiscovery.zookeeper.election.StateMachineScenario.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link MetricsListeners}.
 */
class MetricsListenersTests {

	private final MetricsListeners metricsListeners = new MetricsListeners();

	private final RecordingMetricsListener recorder = new RecordingMetricsListener();

	@ParameterizedTest
	@MethodSource
	void readIsReportedWithItsOutcome(Input input, Read read, Outcome outcome) {
		this.metricsListeners.add(this.recorder);
		this.metricsListeners.processed(input);
		for (Read anyRead : Read.values()) {
			for (Outcome anyOutcome : Outcome.values()) {
				assertThat(this.recorder.reads(anyRead, anyOutcome))
					.isEqualTo((anyRead == read && anyOutcome == outcome) ? 1 : 0);
			}
		}
	}

	static Stream<Arguments> readIsReportedWithItsOutcome() {
		Input.PathVersion version = new Input.PathVersion(1, 1);
		return Stream.of(
				arguments(new Input.ChildrenListed(1, 1, new Input.Children(List.of(), List.of(), 1, 1)), Read.LIST,
						Outcome.SUCCESS),
				arguments(new Input.ChildrenListed(1, 1, failure(Cause.MISSING)), Read.LIST, Outcome.MISSING),
				arguments(
						new Input.MemberRead(1, StateMachineScenario.name(A),
								new Input.Decoded(StateMachineScenario.master(A, 1, "1"), List.of())),
						Read.GET, Outcome.SUCCESS),
				arguments(new Input.MemberRead(1, StateMachineScenario.name(A), failure(Cause.DENIED)), Read.GET,
						Outcome.DENIED),
				arguments(new Input.PathChecked(1, 1, version), Read.EXISTS, Outcome.SUCCESS),
				arguments(new Input.PathChecked(1, 1, failure(Cause.OTHER)), Read.EXISTS, Outcome.FAILED),
				arguments(new Input.HeartbeatReply(1, version), Read.HEARTBEAT, Outcome.SUCCESS), arguments(
						new Input.HeartbeatReply(1, failure(Cause.CONNECTION)), Read.HEARTBEAT, Outcome.DISCONNECTED));
	}

	@Test
	void otherInputsAreNotReported() {
		this.metricsListeners.add(this.recorder);
		this.metricsListeners.processed(new Input.PathChanged(1));
		this.metricsListeners.processed(new Input.TimerFired(Timer.HEARTBEAT));
		assertThat(this.recorder).usingRecursiveComparison().isEqualTo(new RecordingMetricsListener());
	}

	@Test
	void listenerThatThrowsIsLoggedOnceAndAffectsNoOther() {
		this.metricsListeners.add(new LocatorMetricsListener() {

			@Override
			public void leaderChanged(Reason reason) {
				throw new IllegalStateException("on purpose");
			}

			@Override
			public void published(long nanos) {
				throw new AssertionError("on purpose");
			}

		});
		this.metricsListeners.add(this.recorder);
		List<ILoggingEvent> logged = logged(() -> {
			this.metricsListeners.leaderChanged(Reason.ELECTED);
			this.metricsListeners.delivered(1);
		});
		assertThat(this.recorder.reasons).containsExactly(Reason.ELECTED);
		assertThat(this.recorder.times).containsExactly(1L);
		assertThat(logged).singleElement()
			.satisfies((event) -> assertThat(event.getThrowableProxy().getMessage()).isEqualTo("on purpose"));
	}

	@Test
	void failureThatCannotBeLoggedAffectsNoOther() {
		this.metricsListeners.add(new LocatorMetricsListener() {

			@Override
			public void leaderChanged(Reason reason) {
				throw new UnloggableException();
			}

		});
		this.metricsListeners.add(this.recorder);
		logged(() -> this.metricsListeners.leaderChanged(Reason.ELECTED));
		assertThat(this.recorder.reasons).containsExactly(Reason.ELECTED);
	}

	@Test
	void removedListenerReceivesNothing() {
		this.metricsListeners.add(this.recorder);
		this.metricsListeners.remove(this.recorder);
		this.metricsListeners.delivered(1);
		assertThat(this.recorder.times).isEmpty();
	}

	private static List<ILoggingEvent> logged(Runnable action) {
		Logger logger = (Logger) LoggerFactory.getLogger(MetricsListeners.class);
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
