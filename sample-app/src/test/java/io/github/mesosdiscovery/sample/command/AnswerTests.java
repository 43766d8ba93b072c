package io.github.mesosdiscovery.sample.command;

import java.io.IOException;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.sample.Documented;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.sample.command.FakeLocator.snapshot;
import static io.github.mesosdiscovery.sample.command.Masters.master;
import static io.github.mesosdiscovery.sample.command.Masters.unreadable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Answer}.
 */
class AnswerTests {

	@Test
	void isTheLeaderOrAllInElectionOrder() {
		Answer answer = new Answer(snapshot(true, master(1), master(2)));
		assertThat(answer.leader()).isEqualToIgnoringWhitespace(
				"""
						{"hostname": "host-1", "id": "master@host-1:5051", "ip": 0, "pid": "master@host-1:5051", "port": 5051}""");
		assertThat(answer.masters()).isEqualToIgnoringWhitespace(
				"""
						[{"hostname": "host-1", "id": "master@host-1:5051", "ip": 0, "pid": "master@host-1:5051", "port": 5051},
						{"hostname": "host-2", "id": "master@host-2:5052", "ip": 0, "pid": "master@host-2:5052", "port": 5052}]""");
	}

	@Test
	void isWrittenAsDocumented() throws IOException {
		String documented = Documented.json("mesos-leader.md");
		MesosMaster master = new MesosMasterDecoder("http", MasterHost.IP).decode("json.info_0000000001",
				documented.getBytes(UTF_8));
		assertThat(new Answer(snapshot(true, master)).leader()).isEqualTo(documented);
	}

	@Test
	void isAnArrayForOneMasterToo() {
		Answer answer = new Answer(snapshot(true, master(1)));
		assertThat(answer.masters()).startsWith("[").endsWith("]");
		assertThat(answer.remarks()).containsExactly("Found 1 Masters; current Leader: host-1");
	}

	@Test
	void remarksTheNumberAndTheLeader() {
		assertThat(new Answer(snapshot(true, master(1), master(2))).remarks())
			.containsExactly("Found 2 Masters; current Leader: host-1");
	}

	@Test
	void remarksUnreadableMasters() {
		Answer answer = new Answer(snapshot(true, master(1), unreadable(2), master(3)));
		assertThat(answer.masters()).contains("host-1", "host-3").doesNotContain("host-2");
		assertThat(answer.remarks()).containsExactly("Found 2 Masters; current Leader: host-1",
				"Left out info_0000000002, which cannot be read: it is empty");
	}

	@Test
	void remarksMastersThatWereNotReadInTime() {
		assertThat(new Answer(snapshot(false, master(1))).remarks()).containsExactly(
				"Found 1 Masters; current Leader: host-1",
				"More masters are registered, but they could not be read in time");
	}

}
