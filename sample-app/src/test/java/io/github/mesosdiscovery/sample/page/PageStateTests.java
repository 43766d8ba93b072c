package io.github.mesosdiscovery.sample.page;

import java.util.Objects;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterRegistration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageState} and what it calls the masters.
 */
class PageStateTests {

	@Test
	void holdsTheMastersInElectionOrder() {
		PageState state = Readings.page(Readings.connected(Readings.master(1), Readings.unreadable(2, "it is empty")));
		assertThat(state.leader())
			.isEqualTo(new PageState.Master("host-1:5050", "1.11.0", "json.info_0000000001", "101", null));
		assertThat(state.masters()).containsExactly(Objects.requireNonNull(state.leader()),
				new PageState.Master("info_0000000002", null, "info_0000000002", "102", "it is empty"));
		assertThat(state.others()).isZero();
	}

	@Test
	void saysWhyThereIsNoLeader() {
		PageState state = Readings.page(Readings.reading(ConnectionState.CONNECTED, true,
				new MasterProblem(Kind.NO_MASTERS, "No master is registered", null)));
		assertThat(state.leader()).isNull();
		assertThat(state.leaderSince()).isNull();
		assertThat(state.problem()).isEqualTo("No master is registered");
	}

	@Test
	void writesIpv6InBrackets() {
		assertThat(Names.of(Readings.master(1, "2001:db8::1", "1.11.0"))).isEqualTo("[2001:db8::1]:5050");
	}

	@Test
	void doesNotGrowWithWhatMastersPublish() {
		String endless = "x".repeat(60_000);
		PageState state = Readings
			.page(Readings.connected(Readings.master(1, endless, endless), Readings.unreadable(2, endless)));
		assertThat(state.toString()).hasSizeLessThan(2500);
	}

	@Test
	void doesNotGrowWithTheNumberOfMasters() {
		PageState state = Readings.page(Readings
			.connected(IntStream.range(0, 1000).mapToObj(Readings::master).toArray(MasterRegistration[]::new)));
		assertThat(state.masters()).hasSize(PageState.MASTERS);
		assertThat(state.others()).isEqualTo(1000 - PageState.MASTERS);
	}

}
