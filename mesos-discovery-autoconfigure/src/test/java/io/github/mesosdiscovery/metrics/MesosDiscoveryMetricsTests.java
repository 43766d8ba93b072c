package io.github.mesosdiscovery.metrics;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.FakeMeteredLocator;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Outcome;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Read;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class MesosDiscoveryMetricsTests {

	private static final int READS = Read.values().length * Outcome.values().length;

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final FakeMeteredLocator locator = new FakeMeteredLocator(
			Masters.connected(Masters.master(1), Masters.unreadable(2), Masters.master(3)));

	@Test
	void theMetersAreThoseOfTheContractAndDescribed() {
		bind(this.locator, "default");
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsOnly("mesos.discovery.masters", "mesos.discovery.leader.known", "mesos.discovery.leader.changes",
					"mesos.discovery.reads", "mesos.discovery.publish");
		assertThat(this.registry.getMeters())
			.allSatisfy((meter) -> assertThat(meter.getId().getDescription()).as(meter.getId().getName())
				.matches("[A-Z].*[^.]"));
	}

	@Test
	void gaugesTellOfThisMoment() {
		bind(this.locator, "default");
		assertThat(gauge("mesos.discovery.masters", "default")).isEqualTo(2);
		assertThat(gauge("mesos.discovery.leader.known", "default")).isEqualTo(1);
		this.locator.set(Masters.connected(Masters.unreadable(1), Masters.master(2)));
		assertThat(gauge("mesos.discovery.masters", "default")).isEqualTo(1);
		assertThat(gauge("mesos.discovery.leader.known", "default")).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "CONNECTING", "DISCONNECTED", "CLOSED" })
	void whoKnowsNothingCountsNothing(ConnectionState state) {
		bind(this.locator, "default");
		this.locator.set(Masters.snapshot(state, null));
		assertThat(gauge("mesos.discovery.masters", "default")).isZero();
		assertThat(gauge("mesos.discovery.leader.known", "default")).isZero();
	}

	@Test
	void everyMeterIsThereBeforeAnythingHappens() {
		bind(this.locator, "default");
		assertThat(this.registry.find("mesos.discovery.reads").counters()).hasSize(READS)
			.allMatch((counter) -> counter.count() == 0);
		assertThat(this.registry.find("mesos.discovery.leader.changes").counters()).hasSize(Reason.values().length)
			.allMatch((counter) -> counter.count() == 0);
		assertThat(this.registry.get("mesos.discovery.publish").timer().count()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void changesAreCountedByTheirReason(Reason reason) {
		bind(this.locator, "default");
		observer().leaderChanged(reason);
		observer().leaderChanged(reason);
		assertThat(this.registry.find("mesos.discovery.leader.changes").counters())
			.allMatch((counter) -> counter.count() == (tag(counter, "reason").equals(text(reason)) ? 2 : 0));
	}

	@ParameterizedTest
	@CsvSource({ "LIST, SUCCESS", "GET, MISSING", "EXISTS, DENIED", "HEARTBEAT, DISCONNECTED", "HEARTBEAT, FAILED" })
	void readsAreCountedByOperationAndOutcome(Read read, Outcome outcome) {
		bind(this.locator, "default");
		observer().readEnded(read, outcome);
		assertThat(this.registry.find("mesos.discovery.reads").counters()).filteredOn((counter) -> counter.count() == 1)
			.singleElement()
			.satisfies((counter) -> {
				assertThat(tag(counter, "operation")).isEqualTo(text(read));
				assertThat(tag(counter, "outcome")).isEqualTo(text(outcome));
			});
	}

	@Test
	void publicationsAreTimed() {
		bind(this.locator, "default");
		observer().published(TimeUnit.MILLISECONDS.toNanos(3));
		observer().published(TimeUnit.MILLISECONDS.toNanos(5));
		Timer timer = this.registry.get("mesos.discovery.publish").tag("cluster", "default").timer();
		assertThat(timer.count()).isEqualTo(2);
		assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(8);
		assertThat(timer.max(TimeUnit.MILLISECONDS)).isEqualTo(5);
	}

	@Test
	void aLocatorThatTellsNothingOfItsWorkHasTheGauges() {
		bind(new FakeMasterLocator(Masters.connected(Masters.master(1))), "own");
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsExactlyInAnyOrder("mesos.discovery.masters", "mesos.discovery.leader.known");
		assertThat(gauge("mesos.discovery.masters", "own")).isEqualTo(1);
	}

	@Test
	void clustersShareARegistryAndNothingElse() {
		FakeMeteredLocator other = new FakeMeteredLocator(Masters.connected());
		bind(this.locator, "default");
		bind(other, "other");
		other.observers.forEach((observer) -> observer.leaderChanged(Reason.NO_MASTERS));
		assertThat(gauge("mesos.discovery.masters", "default")).isEqualTo(2);
		assertThat(gauge("mesos.discovery.masters", "other")).isZero();
		assertThat(this.registry.find("mesos.discovery.leader.changes").counters())
			.filteredOn((counter) -> counter.count() != 0)
			.singleElement()
			.satisfies((counter) -> assertThat(tag(counter, "cluster")).isEqualTo("other"));
	}

	@Test
	void noTagHoldsWhatAMasterPublished() {
		bind(this.locator, "default");
		Stream.of(Reason.values()).forEach(observer()::leaderChanged);
		List<String> constants = Stream
			.of(Stream.of(Reason.values()), Stream.of(Read.values()), Stream.of(Outcome.values()))
			.flatMap((values) -> values.map(MesosDiscoveryMetricsTests::text))
			.toList();
		assertThat(this.registry.getMeters()).flatExtracting((meter) -> meter.getId().getTags())
			.allMatch((tag) -> tag.equals(Tag.of("cluster", "default")) || constants.contains(tag.getValue()));
	}

	private void bind(MesosMasterLocator bound, String cluster) {
		new MesosDiscoveryMetrics(bound, cluster).bindTo(this.registry);
	}

	private LocatorMetricsListener observer() {
		assertThat(this.locator.observers).hasSize(1);
		return this.locator.observers.get(0);
	}

	private double gauge(String name, String cluster) {
		return this.registry.get(name).tag("cluster", cluster).gauge().value();
	}

	private static String tag(Meter meter, String key) {
		return String.valueOf(meter.getId().getTag(key));
	}

	private static String text(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
