package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for very many registrations: a few are read at a time, in election order.
 */
class ManyMembersTests {

	private static final int MANY = 2_000;

	private final List<RegistrationName> names = IntStream.range(0, MANY)
		.mapToObj((i) -> StateMachineScenario.name("json.info_%010d".formatted(i)))
		.toList();

	private final StateMachineScenario scenario = new StateMachineScenario().open().connect();

	@BeforeEach
	void list() {
		this.scenario.forget().on(listing(1));
	}

	@Test
	void aFewAreReadAtATime() {
		assertThat(this.scenario.commands(Command.ReadMember.class)).hasSize(Members.MAX_CONCURRENT);
		answer(1);
		assertThat(this.scenario.commands(Command.ReadMember.class)).hasSize(Members.MAX_CONCURRENT + 1);
		answer(MANY - Members.MAX_CONCURRENT);
		assertThat(this.scenario.state.members().reading()).isEqualTo(Members.MAX_CONCURRENT);
	}

	@Test
	void theLeaderIsPublishedFirstAndThenAllOthers() {
		answer(MANY);
		assertThat(this.scenario.snapshot().isComplete()).isTrue();
		assertThat(this.scenario.snapshot().masters()).extracting(MesosMaster::sequence)
			.containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
		assertThat(this.scenario.changes()).hasSize(3);
	}

	@Test
	void aFailoverDoesNotWaitForOtherReads() {
		answer(100);
		this.scenario.on(new Input.MemberDeleted(1, this.names.get(0)));
		assertThat(this.scenario.snapshot().leader()).map(MesosMaster::sequence).contains(1);
	}

	@Test
	void aResyncThatReadsTheSamePublishesNothing() {
		answer(MANY);
		Object before = this.scenario.forget().snapshot();
		this.scenario.due(Timer.RESYNC);
		Command.ListChildren list = this.scenario.last(Command.ListChildren.class);
		this.scenario.on(listing(list.request()));
		answer(MANY);
		assertThat(this.scenario.snapshot()).isSameAs(before);
		assertThat(this.scenario.state.isReading()).isFalse();
	}

	private Input listing(long request) {
		return new Input.ChildrenListed(1, request, new Input.Children(this.names, List.of(), 10, 100));
	}

	/** Answers reads in their order, like ZooKeeper. */
	private void answer(int count) {
		for (int i = 0; i < count; i++) {
			Command.ReadMember read = this.scenario.commands(Command.ReadMember.class).get(i);
			this.scenario.on(new Input.MemberRead(1, read.name(),
					new Input.Decoded(StateMachineScenario.master(read.name().znode(), 1, "1.11.0"), List.of())));
		}
	}

}
