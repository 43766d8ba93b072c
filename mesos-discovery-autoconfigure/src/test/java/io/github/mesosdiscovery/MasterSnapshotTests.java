package io.github.mesosdiscovery;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MasterSnapshot}.
 */
class MasterSnapshotTests {

	private final List<MasterRegistration> registrations = new ArrayList<>(
			List.of(Masters.master(1), Masters.unreadable(2), Masters.master(3)));

	@Test
	void leavesOutWhatCannotBeRead() {
		MasterSnapshot snapshot = Masters.connected(Masters.unreadable(1), Masters.master(2));
		assertThat(snapshot.registrations()).hasSize(2);
		assertThat(snapshot.masters()).containsExactly(Masters.master(2));
		assertThat(snapshot.leader()).isEmpty();
	}

	@Test
	void picksTheMastersOutOnce() {
		MasterSnapshot snapshot = Masters.connected(Masters.master(1), Masters.unreadable(2));
		assertThat(snapshot.masters()).isSameAs(snapshot.masters());
	}

	@Test
	void doesNotChangeWithTheList() {
		MasterSnapshot snapshot = new MasterSnapshot(Masters.connection(ConnectionState.CONNECTED), this.registrations,
				List.of(), null);
		this.registrations.clear();
		assertThat(snapshot.registrations()).hasSize(3);
		assertThat(snapshot.masters()).containsExactly(Masters.master(1), Masters.master(3));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> snapshot.masters().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> snapshot.registrations().clear());
	}

}
