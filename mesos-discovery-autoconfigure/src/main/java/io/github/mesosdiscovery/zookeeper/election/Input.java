package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine reacts to (internal). Inputs of a client carry its number, and
 * replies the number of their request, so that late ones are recognized.
 */
public sealed interface Input {

	/** An input of one client, which is one session. */
	sealed interface OfClient extends Input {

		int clientId();

	}

	/** A client was created; clients with lower numbers are gone. */
	record ClientCreated(int clientId) implements OfClient {
	}

	/** The client is connected to a server, for the first time or again. */
	record Connected(int clientId, long timeoutNanos, Sasl sasl, String server) implements OfClient {

		/** What the client does about SASL on this connection. */
		public enum Sasl {

			/** Nothing. */
			NONE,

			/** It has logged in and negotiates with the server. */
			IN_PROGRESS,

			/** Nothing, because it could not log in. */
			LOGIN_FAILED

		}

	}

	/** The SASL negotiation has succeeded on this connection. */
	record Authenticated(int clientId) implements OfClient {
	}

	/**
	 * The client could not log in for SASL, and connects without. This precedes each
	 * attempt to connect.
	 */
	record LoginFailed(int clientId) implements OfClient {
	}

	/** The connection is lost; the session may still be alive. */
	record Disconnected(int clientId) implements OfClient {
	}

	/** ZooKeeper has expired the session. */
	record SessionExpired(int clientId) implements OfClient {
	}

	/**
	 * The client will never connect again, or could not be created.
	 *
	 * @param clientId the client
	 * @param refusal how ZooKeeper refused the credentials, or {@code null}
	 * @param fault why the client could not be created, or {@code null}
	 */
	record ClientFailed(int clientId, @Nullable String refusal, @Nullable String fault) implements OfClient {
	}

	/** A heartbeat was answered, or failed. */
	record HeartbeatReply(int clientId, Reply reply) implements OfClient {
	}

	/** The path was created, deleted, or has other children: its watch is used up. */
	record PathChanged(int clientId) implements OfClient {
	}

	/** A registration has other data. */
	record MemberChanged(int clientId, RegistrationName name) implements OfClient {
	}

	/** A registration is gone. */
	record MemberDeleted(int clientId, RegistrationName name) implements OfClient {
	}

	/** The children were listed, or could not be. */
	record ChildrenListed(int clientId, long request, Listing listing) implements OfClient {
	}

	/** The path was checked for existence. */
	record PathChecked(int clientId, long request, Reply reply) implements OfClient {
	}

	/** A registration was read, or could not be. */
	record MemberRead(int clientId, long request, RegistrationName name, Reply reply) implements OfClient {
	}

	/** A timer has fired. */
	record TimerFired(Timer timer) implements Input {
	}

	/** The end of a listing. */
	sealed interface Listing permits Children, Failure {

	}

	/** The end of another read. */
	sealed interface Reply permits PathVersion, Decoded, Failure {

	}

	/** The children of the path, and the version of this view of it. */
	record Children(List<RegistrationName> registrations, List<String> others, long czxid,
			long pzxid) implements Listing {
	}

	/** The path exists, in this version. */
	record PathVersion(long czxid, long pzxid) implements Reply {
	}

	/**
	 * The registration as decoded; {@code warnings} name the fields that were ignored.
	 */
	record Decoded(MasterRegistration registration, List<String> warnings) implements Reply {

	}

	/** A read that failed. */
	record Failure(Cause cause, String code) implements Listing, Reply {

		/**
		 * Whether ZooKeeper answered all the same: what is known then is what it says.
		 */
		boolean isAnswer() {
			return this.cause == Cause.MISSING || this.cause == Cause.DENIED;
		}

		public enum Cause {

			/** The znode does not exist. */
			MISSING,

			/** Its ACL does not allow these credentials to read it. */
			DENIED,

			/** The server answers authenticated clients only. */
			UNAUTHENTICATED,

			/** The reply is larger than the client accepts. */
			TOO_LARGE,

			/** The connection was lost; another input reports what became of it. */
			CONNECTION,

			/** The request could not be sent, for example for want of memory. */
			NOT_SENT,

			/** Anything else. */
			OTHER

		}

	}

}
