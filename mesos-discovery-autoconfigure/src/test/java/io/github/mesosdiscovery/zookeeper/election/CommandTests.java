package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.codec.RegistrationName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command that cannot be carried out is reported at once. The timer that makes up for
 * one that is not reported fires much later.
 */
class CommandTests {

	@Test
	void aRequestThatIsNotSentIsItsOwnReply() {
		RegistrationName name = RegistrationName.parse("json.info_0000000003").orElseThrow();
		assertThat(new Command.ListChildren(7, 2, true).failed())
			.contains(new Input.ChildrenListed(7, 2, Command.NOT_SENT));
		assertThat(new Command.ReadMember(7, name).failed()).contains(new Input.MemberRead(7, name, Command.NOT_SENT));
		assertThat(new Command.WatchPathCreation(7, 2).failed())
			.contains(new Input.PathChecked(7, 2, Command.NOT_SENT));
		assertThat(new Command.SendHeartbeat(7).failed()).contains(new Input.HeartbeatReply(7, Command.NOT_SENT));
	}

	@Test
	void aClientThatIsNotCreatedHasFailed() {
		assertThat(new Command.RecreateClient(7).failed())
			.contains(new Input.ClientFailed(7, null, "the client could not be created"));
	}

}
