package io.github.mesosdiscovery.sample.page;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MesosMaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageState} and {@link Names}.
 */
class PageStateTests {

	@Test
	void listsMastersInElectionOrder() {
		PageState state = Snapshots
			.page(Snapshots.connected(Snapshots.master(1), Snapshots.unreadable(2, "it is empty")));
		assertThat(state.leader()).isEqualTo(new PageState.Master("host-1:5050", "http://127.0.0.1:5050", "1.11.0",
				"json.info_0000000001", "101", null));
		assertThat(state.masters()).containsExactly(Objects.requireNonNull(state.leader()),
				new PageState.Master("info_0000000002", null, null, "info_0000000002", "102", "it is empty"));
		assertThat(state.others()).isZero();
	}

	@Test
	void hasTheProblemWithoutALeader() {
		PageState state = Snapshots.page(Snapshots.snapshot(ConnectionState.CONNECTED, true,
				new MasterProblem(Kind.NO_MASTERS, "No master is registered", null)));
		assertThat(state.leader()).isNull();
		assertThat(state.leaderKnown()).isTrue();
		assertThat(state.leaderSince()).isNull();
		assertThat(state.problem()).isEqualTo("No master is registered");
	}

	@ParameterizedTest
	@EnumSource(value = ConnectionState.class, names = { "CONNECTING", "DISCONNECTED", "CLOSED" })
	void doesNotKnowWhoLeadsWithoutZooKeeper(ConnectionState state) {
		assertThat(Snapshots.page(Snapshots.snapshot(state)).leaderKnown()).isFalse();
	}

	@Test
	void doesNotKnowWhoLeadsWithoutAuthorization() {
		PageState state = Snapshots.page(Snapshots.snapshot(ConnectionState.CONNECTED, true,
				new MasterProblem(Kind.NOT_AUTHORIZED, "Not authorized", null)));
		assertThat(state.leaderKnown()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "http://10.0.0.1:5050, true", "https://master.example:5050, true", "http://[2001:db8::1]:5050, true",
			"javascript:alert(1), false", "data:text/html;x, false", "file:///etc/passwd, false", "http:10, false" })
	void linksToWebPagesOnly(URI uri, boolean linked) {
		MesosMaster one = Snapshots.master(1);
		MesosMaster master = new MesosMaster(one.znode(), one.sequence(), one.epoch(), one.id(), one.hostname(),
				one.ip(), one.port(), one.pid(), one.version(), uri, null, List.of(), one.masterInfo());
		PageState state = Snapshots.page(Snapshots.connected(master));
		assertThat(state.masters().get(0).uri()).isEqualTo(linked ? uri.toString() : null);
	}

	@Test
	void writesIpv6InBrackets() {
		assertThat(Names.of(Snapshots.master(1, "2001:db8::1", "1.11.0"))).isEqualTo("[2001:db8::1]:5050");
	}

	@Test
	void doesNotGrowWithPublishedText() {
		String endless = "x".repeat(60_000);
		PageState state = Snapshots
			.page(Snapshots.connected(Snapshots.master(1, endless, endless), Snapshots.unreadable(2, endless)));
		assertThat(state.toString()).hasSizeLessThan(2500);
	}

	@Test
	void doesNotGrowWithTheNumberOfMasters() {
		PageState state = Snapshots.page(Snapshots
			.connected(IntStream.range(0, 1000).mapToObj(Snapshots::master).toArray(MasterRegistration[]::new)));
		assertThat(state.masters()).hasSize(PageState.MASTERS);
		assertThat(state.others()).isEqualTo(1000 - PageState.MASTERS);
	}

}
