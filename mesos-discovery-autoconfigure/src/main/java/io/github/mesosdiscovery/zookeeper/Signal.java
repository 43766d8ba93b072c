package io.github.mesosdiscovery.zookeeper;

import java.util.List;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.codec.RegistrationName;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a {@link Tracking}. All but {@link Due} carry the number of the
 * session they come from; replies also carry the number of their request.
 */
sealed interface Signal {

	/** A signal of one session, that is of one handle of the ZooKeeper client. */
	sealed interface OfSession extends Signal {

		int session();

	}

	/** A handle was made; sessions with lower numbers are over. */
	record Opened(int session) implements OfSession {
	}

	/** The session stands, for the first time or again. */
	record Connected(int session, long timeoutNanos, Sasl sasl, String server) implements OfSession {

		/** What the client does about SASL on this connection. */
		enum Sasl {

			/** Nothing. */
			NONE,

			/**
			 * It has logged in and is asking the server; another signal tells the end.
			 */
			UNDER_WAY,

			/** Nothing, because it could not log in. */
			LOGIN_FAILED

		}

	}

	/** SASL has ended well on this connection. */
	record Authenticated(int session) implements OfSession {
	}

	/**
	 * The client could not log in for SASL, and connects without. This comes before each
	 * attempt to connect.
	 */
	record LoginFailed(int session) implements OfSession {
	}

	/** The connection is lost; the session may live on. */
	record Disconnected(int session) implements OfSession {
	}

	/** ZooKeeper ended the session. */
	record Expired(int session) implements OfSession {
	}

	/**
	 * The handle will never connect again; {@code refusal} says so when ZooKeeper refused
	 * the credentials, and {@code fault} when it could not even be made.
	 */
	record Died(int session, @Nullable String refusal, @Nullable String fault) implements OfSession {

		Died(int session, @Nullable String refusal) {
			this(session, refusal, null);
		}

	}

	/**
	 * An attempt to connect failed; {@code obstacle} says why no TLS connection comes
	 * about, unless that is not the reason.
	 */
	record Hindered(int session, @Nullable String obstacle) implements OfSession {
	}

	/** A ping was answered, and tells how the path stands. */
	record Heard(int session, Outcome path) implements OfSession {
	}

	/** The path came, went, or has other children: its one watch is used up. */
	record PathChanged(int session) implements OfSession {
	}

	/** A registration has other data. */
	record ZnodeChanged(int session, RegistrationName name) implements OfSession {
	}

	/** A registration is gone. */
	record ZnodeDeleted(int session, RegistrationName name) implements OfSession {
	}

	/** The children were listed, or could not be. */
	record Listed(int session, long request, Listing listing) implements OfSession {
	}

	/** It was checked whether the path exists. */
	record Checked(int session, long request, Outcome outcome) implements OfSession {
	}

	/** The data of a registration was read, or could not be. */
	record Fetched(int session, long request, RegistrationName name, Outcome outcome) implements OfSession {
	}

	/**
	 * A command could not be carried out, as when no thread or no memory can be had.
	 */
	record CommandFailed(int session, Command command) implements OfSession {
	}

	/** A timer has run out. */
	record Due(Timer timer) implements Signal {
	}

	/** The end of a listing. */
	sealed interface Listing permits Children, Failure {

	}

	/** The end of another read. */
	sealed interface Outcome permits Version, Read, Failure {

	}

	/** The children of the path, and the version of this view of it. */
	record Children(List<RegistrationName> registrations, List<String> others, long czxid,
			long pzxid) implements Listing {
	}

	/** The path exists, in this version. */
	record Version(long czxid, long pzxid) implements Outcome {
	}

	/**
	 * The registration as decoded, or as what could not be; {@code warnings} name fields
	 * that were ignored.
	 */
	record Read(MasterRegistration registration, List<String> warnings) implements Outcome {

		Read(MasterRegistration registration) {
			this(registration, List.of());
		}

	}

	/** A read that failed. */
	record Failure(Cause cause, String code) implements Listing, Outcome {

		enum Cause {

			/** The znode does not exist. */
			MISSING,

			/** Its ACL does not let these credentials read it. */
			DENIED,

			/** The server answers only clients that have authenticated. */
			UNAUTHENTICATED,

			/** There is more than the client takes. */
			TOO_LARGE,

			/** The connection went; another signal tells what became of it. */
			CONNECTION,

			/** Anything else. */
			OTHER

		}

	}

}
