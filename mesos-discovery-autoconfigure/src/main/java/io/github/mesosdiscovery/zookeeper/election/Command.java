package io.github.mesosdiscovery.zookeeper.election;

import java.util.Optional;

import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;

/**
 * Work that the state machine requests (internal). No command waits for its result.
 */
public sealed interface Command {

	/** The reply to a request that could not be sent. */
	Failure NOT_SENT = new Failure(Cause.NOT_SENT, "no request");

	/**
	 * Return the input that reports that this command could not be carried out, for
	 * example for want of a thread, or empty if another timer makes up for it.
	 */
	default Optional<Input> failed() {
		return Optional.empty();
	}

	/** A request to ZooKeeper by one client. */
	sealed interface Request extends Command {

		int clientId();

	}

	/** List the children of the path and watch them, after a sync if that is wanted. */
	record ListChildren(int clientId, long request, boolean sync) implements Request {

		@Override
		public Optional<Input> failed() {
			return Optional.of(new Input.ChildrenListed(this.clientId, this.request, NOT_SENT));
		}

	}

	/** Read a registration and watch it. */
	record ReadMember(int clientId, RegistrationName name) implements Request {

		@Override
		public Optional<Input> failed() {
			return Optional.of(new Input.MemberRead(this.clientId, this.name, NOT_SENT));
		}

	}

	/** Check whether the path exists, and watch for its creation. */
	record WatchPathCreation(int clientId, long request) implements Request {

		@Override
		public Optional<Input> failed() {
			return Optional.of(new Input.PathChecked(this.clientId, this.request, NOT_SENT));
		}

	}

	/** Read the path, to see whether ZooKeeper answers. */
	record SendHeartbeat(int clientId) implements Request {

		@Override
		public Optional<Input> failed() {
			return Optional.of(new Input.HeartbeatReply(this.clientId, NOT_SENT));
		}

	}

	/** Start a timer, or move it, to fire after a delay in nanoseconds. */
	record Schedule(Timer timer, long nanos) implements Command {
	}

	/** Close the client and create another one. */
	record RecreateClient(int clientId) implements Command {

		@Override
		public Optional<Input> failed() {
			return Optional.of(new Input.ClientFailed(this.clientId, null, "the client could not be created"));
		}

	}

}
