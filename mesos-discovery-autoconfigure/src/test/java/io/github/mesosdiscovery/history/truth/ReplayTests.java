package io.github.mesosdiscovery.history.truth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Replay}.
 */
class ReplayTests {

	@Test
	void registrationsComeChangeAndGo() {
		List<View> views = replay(create(1, "/mesos", "", 0), create(2, "/mesos/info_0000000007", "a", 5),
				create(3, "/mesos/json.info_0000000003", "b", 6), set(4, "/mesos/info_0000000007", "c"),
				delete(5, "/mesos/json.info_0000000003"));
		assertThat(views).extracting(View::zxid).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
		assertThat(views).extracting(View::pzxid).containsExactly(0L, 1L, 2L, 3L, 3L, 5L);
		assertThat(views.get(4).registrations()).containsExactly(new Znode("json.info_0000000003", 3, 3, 3, "b"),
				new Znode("info_0000000007", 7, 2, 4, "c"));
		assertThat(views.get(5).registrations()).extracting(Znode::name).containsExactly("info_0000000007");
	}

	@Test
	void aSessionTakesItsEphemeralsWithItWhereTheLogNamesThemAndWhereItDoesNot() {
		for (List<String> named : Arrays.asList(null, List.of("/mesos/0000000001"))) {
			List<View> views = replay(create(1, "/mesos", "", 0), create(2, "/mesos/0000000001", "a", 5),
					create(3, "/mesos/0000000002", "b", 6), transaction(4, 5, new Operation.CloseSession(named)));
			assertThat(views.get(3).registrations()).hasSize(2);
			assertThat(views.get(4).registrations()).extracting(Znode::payload).containsExactly("b");
			assertThat(views.get(4).pzxid()).isEqualTo(4);
		}
	}

	@Test
	void otherChildrenCountForThePathAlone() {
		List<View> views = replay(create(1, "/mesos", "", 0), create(2, "/mesos/log_replicas", "", 0),
				create(3, "/mesos/log_replicas/0000000001", "", 0), create(4, "/other", "", 0));
		assertThat(views).last().isEqualTo(new View(0, 2, 20, 1, 2, List.of()));
	}

	@Test
	void thePathGoesAndIsMadeAnew() {
		List<View> views = replay(create(1, "/mesos", "", 0), create(2, "/mesos/0000000001", "a", 5),
				delete(3, "/mesos/0000000001"), delete(4, "/mesos"), create(5, "/mesos", "", 0));
		assertThat(views).extracting(View::isMissing).containsExactly(true, false, false, false, true, false);
		assertThat(views).last().extracting(View::czxid).isEqualTo(5L);
	}

	@Test
	void sequencesAreNumbersWithASign() {
		List<View> views = replay(create(1, "/mesos", "", 0), create(2, "/mesos/info_2147483647", "a", 5),
				create(3, "/mesos/info_-2147483648", "b", 5));
		assertThat(views.get(3).registrations()).extracting(Znode::payload).containsExactly("b", "a");
	}

	private static List<View> replay(LoggedTransaction... transactions) {
		return Replay.of(0, "/mesos", List.of(transactions), (data) -> new String(data, StandardCharsets.UTF_8));
	}

	private static LoggedTransaction create(long zxid, String path, String data, long owner) {
		return transaction(zxid, owner, new Operation.Create(path, data.getBytes(StandardCharsets.UTF_8), owner));
	}

	private static LoggedTransaction set(long zxid, String path, String data) {
		return transaction(zxid, 9, new Operation.SetData(path, data.getBytes(StandardCharsets.UTF_8)));
	}

	private static LoggedTransaction delete(long zxid, String path) {
		return transaction(zxid, 9, new Operation.Delete(path));
	}

	private static LoggedTransaction transaction(long zxid, long session, Operation operation) {
		return new LoggedTransaction(zxid, session, 10 * zxid, List.of(operation));
	}

}
