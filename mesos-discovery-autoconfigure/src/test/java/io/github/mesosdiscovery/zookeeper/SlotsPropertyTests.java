package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@link Slots} are a sorted map that never changes, and that what was read is
 * compared rightly.
 */
class SlotsPropertyTests {

	private final TreeMap<RegistrationName, Slot> model = new TreeMap<>(
			Comparator.comparingInt(RegistrationName::sequence).thenComparing(RegistrationName::znode));

	@Property(tries = 300, seed = "20261124")
	void likeANaiveMap(@ForAll @Size(max = 200) List<@IntRange(max = 399) Integer> changes) {
		this.model.clear();
		Slots slots = Slots.NONE;
		for (int change : changes) {
			RegistrationName name = Scenario.name(String.format("json.info_%010d", change / 4));
			Slots before = slots;
			List<RegistrationName> names = before.names();
			List<MasterRegistration> registrations = before.registrations();
			List<MasterRegistration> read = read();
			Slot slot = slot(change % 4, name);
			if (slot == null) {
				this.model.remove(name);
				slots = slots.remove(name);
			}
			else {
				this.model.put(name, slot);
				slots = slots.put(name, slot);
			}
			assertThat(slots.get(name)).isSameAs(slot);
			assertThat(before.names()).isEqualTo(names);
			// Gathered only now, and yet of then.
			assertThat(before.registrations()).isSameAs(registrations).isEqualTo(read);
			check(slots);
		}
	}

	@Property(tries = 2_000, seed = "20261124")
	@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
	void whatIsReadIsComparedAsListsAre(@ForAll @Size(max = 12) List<@IntRange(max = 24) Integer> shared,
			@ForAll @Size(max = 6) List<@IntRange(max = 24) Integer> one,
			@ForAll @Size(max = 6) List<@IntRange(max = 24) Integer> other) {
		Slots before = change(Slots.NONE, shared);
		List<MasterRegistration> left = change(before, one).registrations();
		List<MasterRegistration> right = change(before, other).registrations();
		boolean same = List.copyOf(left).equals(List.copyOf(right));
		assertThat(ReadRegistrations.isSame(left, right)).isEqualTo(same);
		Statistics.collect(same, left == right);
		Statistics.coverage((coverage) -> {
			coverage.check(true, false).count((count) -> count > 50);
			coverage.check(false, false).count((count) -> count > 50);
		});
	}

	private static Slots change(Slots slots, List<Integer> changes) {
		Slots changed = slots;
		for (int change : changes) {
			RegistrationName name = Scenario.name(String.format("json.info_%010d", change / 5));
			changed = switch (change % 5) {
				case 0 -> changed.remove(name);
				case 1 -> changed.put(name, Slot.UNREAD.fetch(7));
				case 2 ->
					changed.put(name, Slot.UNREAD.fill(Scenario.master(name.znode(), 1, "1.11.0"), Retry.of(1, 0)));
				default ->
					changed.put(name, Slot.UNREAD.fill(Scenario.master(name.znode(), change % 5, "1.11.0"), null));
			};
		}
		return changed;
	}

	private static @Nullable Slot slot(int kind, RegistrationName name) {
		return switch (kind) {
			case 0 -> null;
			case 1 -> Slot.UNREAD.queue();
			case 2 -> Slot.UNREAD.fetch(7);
			default -> Slot.UNREAD.fill(Scenario.master(name.znode(), 1, "1.11.0"), null);
		};
	}

	private void check(Slots slots) {
		List<Slot> all = new ArrayList<>(this.model.values());
		assertThat(slots.names()).isEqualTo(new ArrayList<>(this.model.keySet()));
		assertThat(slots.size()).isEqualTo(all.size());
		assertThat(slots.isEmpty()).isEqualTo(all.isEmpty());
		assertThat(slots.first()).isSameAs(all.isEmpty() ? null : all.get(0));
		assertThat(slots.reading()).isEqualTo((int) all.stream().filter((slot) -> slot.request() != 0).count());
		assertThat(slots.isComplete()).isEqualTo(all.stream().allMatch((slot) -> slot.value() != null));
		assertThat(slots.registrations()).hasSize(read().size());
		assertThat(slots.firstWaiting()).isEqualTo(this.model.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().waiting())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null));
	}

	private List<MasterRegistration> read() {
		return this.model.values().stream().map(Slot::value).filter((value) -> value != null).toList();
	}

}
