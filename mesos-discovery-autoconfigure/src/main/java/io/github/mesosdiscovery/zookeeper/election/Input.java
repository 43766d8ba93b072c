package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine reacts to (internal). Inputs of a client carry its number, so
 * that late ones of an earlier client are recognized. Replies of one client arrive in the
 * order of its requests.
 */
public sealed interface Input {

	/** A timer has fired. */
	record TimerFired(Timer timer) implements Input {
	}

	/** An input of one client, which is one session. */
	sealed interface OfClient extends Input {

		int clientId();

	}

	/** A client was created; clients with lower numbers are gone. */
	record ClientCreated(int clientId) implements OfClient {
	}

	/** The client is connected to a server, for the first time or again. */
	record Connected(int clientId, long timeoutNanos, Sasl sasl, String server) implements OfClient {

		/** What the client does about SASL: {@code NONE} if no login is configured. */
		public enum Sasl {

			NONE, IN_PROGRESS, LOGIN_FAILED

		}

	}

	/** The SASL negotiation has succeeded on this connection. */
	record Authenticated(int clientId) implements OfClient {
	}

	/** The SASL login failed, and the client connects without: precedes each attempt. */
	record LoginFailed(int clientId) implements OfClient {
	}

	/** The connection is lost; the session may still be alive. */
	record Disconnected(int clientId) implements OfClient {
	}

	record SessionExpired(int clientId) implements OfClient {
	}

	/** The client was refused and never connects again, or could not be created. */
	record ClientFailed(int clientId, @Nullable String refusal, @Nullable String fault) implements OfClient {
	}

	/** The path was created, deleted, or has other children: its watch is used up. */
	record PathChanged(int clientId) implements OfClient {
	}

	record MemberChanged(int clientId, RegistrationName name) implements OfClient {
	}

	record MemberDeleted(int clientId, RegistrationName name) implements OfClient {
	}

	record ChildrenListed(int clientId, long request, Listing listing) implements OfClient {
	}

	record PathChecked(int clientId, long request, Reply reply) implements OfClient {
	}

	record MemberRead(int clientId, RegistrationName name, Reply reply) implements OfClient {
	}

	record HeartbeatReply(int clientId, Reply reply) implements OfClient {
	}

	/** The end of a read. */
	sealed interface Reply permits Listing, PathVersion, Decoded {

		/** Return whether ZooKeeper answered. A failure can be an answer, too. */
		default boolean isAnswer() {
			return true;
		}

	}

	/** The end of a listing. */
	sealed interface Listing extends Reply permits Children, Failure {

	}

	/** The children of the path, and the version of this view of it. */
	record Children(List<RegistrationName> registrations, List<String> others, long czxid,
			long pzxid) implements Listing {
	}

	/** The path exists, in this version. */
	record PathVersion(long czxid, long pzxid) implements Reply {
	}

	/** The decoded registration; {@code warnings} name the fields that were ignored. */
	record Decoded(MasterRegistration registration, List<String> warnings) implements Reply {
	}

	/** A read that failed. */
	record Failure(Cause cause, String code) implements Listing {

		@Override
		public boolean isAnswer() {
			return this.cause == Cause.MISSING || this.cause == Cause.DENIED;
		}

		/**
		 * With {@code CONNECTION} another input reports what became of the connection.
		 */
		public enum Cause {

			MISSING, DENIED, UNAUTHENTICATED, TOO_LARGE, CONNECTION, NOT_SENT, OTHER

		}

	}

}
