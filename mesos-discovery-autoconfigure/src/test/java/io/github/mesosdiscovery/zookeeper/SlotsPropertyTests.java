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
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@link Slots} are a sorted map that never changes.
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

	private static @Nullable Slot slot(int kind, RegistrationName name) {
		return switch (kind) {
			case 0 -> null;
			case 1 -> Slot.UNREAD.queue();
			case 2 -> Slot.UNREAD.fetch(7);
			default -> Slot.UNREAD.fill(Scenario.master(name.znode(), 1, "1.11.0"), false);
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
