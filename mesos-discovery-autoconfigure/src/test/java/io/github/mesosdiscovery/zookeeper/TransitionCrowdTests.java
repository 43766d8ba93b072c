package io.github.mesosdiscovery.zookeeper;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterConnection;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the transitions take any number of registrations: few are read at a time,
 * and the work grows as their number does.
 */
class TransitionCrowdTests {

	private static final long NOW = 1_000;

	private final Snapshots snapshots = new Snapshots(Scenario.ENSEMBLE, Scenario.PATH);

	private final Deque<Command> commands = new ArrayDeque<>();

	private Tracking tracking = Tracking.initial(Scenario.TIMEOUT, Scenario.RESYNC, Access.of(false), NOW);

	private MasterSnapshot snapshot = connecting();

	private int published;

	private int mostReading;

	@BeforeEach
	void connect() {
		this.tracking = Tracking.initial(Scenario.TIMEOUT, Scenario.RESYNC, Access.of(false), NOW);
		this.snapshot = connecting();
		this.published = 0;
		this.commands.clear();
		on(new Signal.Opened(1));
		on(new Signal.Connected(1, Scenario.TIMEOUT, Signal.Connected.Sasl.NONE, Scenario.ENSEMBLE));
	}

	@Test
	void aCrowdIsReadInElectionOrderAndFewAtATime() {
		follow(names(3_000));
		assertThat(this.mostReading).isEqualTo(RegistrationReads.WINDOW);
		assertThat(this.snapshot.masters()).extracting(MesosMaster::sequence)
			.containsExactlyElementsOf(IntStream.range(0, 3_000).boxed().toList());
		// The leader with those that had been read, and then all.
		assertThat(this.published).isEqualTo(2);
	}

	@Test
	void aListThatIsNeededWaitsForNoMoreThanTheWindow() {
		answer(names(3_000), 100);
		on(new Signal.ZnodeDeleted(1, names(1).get(0)));
		on(new Signal.PathChanged(1));
		assertThat(this.commands).hasSizeLessThanOrEqualTo(RegistrationReads.WINDOW + 1);
		assertThat(this.commands).last().isInstanceOf(Command.ListChildren.class);
		assertThat(this.snapshot.leader()).map(MesosMaster::sequence).contains(1);
	}

	@Test
	void readingThemAgainPublishesNothing() {
		List<RegistrationName> names = names(3_000);
		follow(names);
		this.published = 0;
		on(new Signal.Due(Timer.RESYNC));
		answer(names, Integer.MAX_VALUE);
		assertThat(this.published).isZero();
		assertThat(this.tracking.slots().reading()).isZero();
		assertThat(this.tracking.slots().firstWaiting()).isNull();
	}

	@Test
	void fourTimesTheRegistrationsAreAboutFourTimesTheWork() {
		follow(names(500));
		long few = allocatedBy(() -> followAndResync(names(2_500)));
		long many = allocatedBy(() -> followAndResync(names(10_000)));
		assertThat(many).isLessThan(7 * few);
	}

	@Test
	void aFailoverIsNoMoreWorkAmongVeryMany() {
		allocatedByFailover(10);
		// Not even a byte for each.
		assertThat(allocatedByFailover(10_000) - allocatedByFailover(100)).isLessThan(10_000);
	}

	@Test
	void aChangeIsNoMoreWorkAmongVeryMany() {
		allocatedByChange(10);
		assertThat(allocatedByChange(10_000) - allocatedByChange(100)).isLessThan(10_000);
	}

	@Test
	void inWhateverOrderTheyComeAndGoAChangeIsCheap() {
		for (int direction : new int[] { 1, -1 }) {
			List<RegistrationName> names = names(4_000);
			List<RegistrationName> ordered = IntStream.range(0, 4_000)
				.mapToObj((i) -> names.get((direction > 0) ? i : 3_999 - i))
				.toList();
			Slots[] slots = { Slots.NONE };
			// Eleven nodes lie on a way of the tree, or thirteen, of less than a hundred
			// bytes each.
			assertThat(allocatedBy(() -> ordered.forEach((name) -> slots[0] = slots[0].put(name, Slot.UNREAD))))
				.isLessThan(4_000 * 4_000);
			assertThat(allocatedBy(() -> ordered.forEach((name) -> slots[0] = slots[0].remove(name))))
				.isLessThan(4_000 * 4_000);
			assertThat(slots[0].isEmpty()).isTrue();
		}
	}

	private long allocatedByFailover(int count) {
		List<RegistrationName> names = names(count);
		connect();
		follow(names);
		MasterSnapshot before = this.snapshot;
		return allocatedBy(() -> {
			on(new Signal.ZnodeDeleted(1, names.get(0)));
			assertThat(Changes.between(new Scenario.NoLocator(), before, this.snapshot)).hasSize(2);
		});
	}

	private long allocatedByChange(int count) {
		connect();
		List<RegistrationName> names = names(count);
		follow(names);
		MasterSnapshot before = this.snapshot;
		RegistrationName last = names.get(count - 1);
		return allocatedBy(() -> {
			on(new Signal.ZnodeChanged(1, last));
			Command.Fetch fetch = (Command.Fetch) this.commands.remove();
			on(new Signal.Fetched(1, fetch.request(), last,
					new Signal.Read(Scenario.master(last.znode(), 1, "1.12.0"))));
			assertThat(Changes.between(new Scenario.NoLocator(), before, this.snapshot)).hasSize(1);
		});
	}

	private void followAndResync(List<RegistrationName> names) {
		connect();
		follow(names);
		on(new Signal.Due(Timer.RESYNC));
		answer(names, Integer.MAX_VALUE);
	}

	private void follow(List<RegistrationName> names) {
		answer(names, Integer.MAX_VALUE);
		assertThat(this.snapshot.isComplete()).isTrue();
		assertThat(this.snapshot.masters()).hasSize(names.size());
	}

	/** Answer requests in their order, as ZooKeeper does. */
	private void answer(List<RegistrationName> names, int atMost) {
		for (int i = 0; i < atMost && !this.commands.isEmpty(); i++) {
			Command command = this.commands.remove();
			if (command instanceof Command.ListChildren list) {
				on(new Signal.Listed(1, list.request(), new Signal.Children(names, List.of(), 10, 100)));
			}
			else if (command instanceof Command.Fetch fetch) {
				on(new Signal.Fetched(1, fetch.request(), fetch.name(),
						new Signal.Read(Scenario.master(fetch.name().znode(), 1, "1.11.0"))));
			}
		}
	}

	private void on(Signal signal) {
		Step step = Transition.next(this.tracking, signal, NOW);
		this.tracking = step.next();
		step.commands()
			.stream()
			.filter((command) -> !(command instanceof Command.Schedule))
			.forEach(this.commands::add);
		MasterSnapshot next = this.snapshots.next(this.tracking, this.snapshot, Instant.EPOCH);
		this.published += (next != this.snapshot) ? 1 : 0;
		this.snapshot = next;
		this.mostReading = Math.max(this.mostReading, this.tracking.slots().reading());
	}

	private static long allocatedBy(Runnable work) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		work.run();
		return threads.getCurrentThreadAllocatedBytes() - before;
	}

	private static List<RegistrationName> names(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Scenario.name(String.format("json.info_%010d", i))).toList();
	}

	private static MasterSnapshot connecting() {
		return new MasterSnapshot(new MasterConnection(ConnectionState.CONNECTING, Scenario.ENSEMBLE, Scenario.PATH,
				Instant.EPOCH, Duration.ofNanos(Scenario.TIMEOUT)), List.of(), List.of(), null);
	}

}
