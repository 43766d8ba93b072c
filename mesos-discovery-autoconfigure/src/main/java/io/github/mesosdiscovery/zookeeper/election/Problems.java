package io.github.mesosdiscovery.zookeeper.election;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.UnreadableMaster;
import org.jspecify.annotations.Nullable;

/**
 * The problems that users see: what is wrong, and what to check.
 *
 * @param settings the settings
 */
record Problems(DetectorSettings settings) {

	private static final String HANDSHAKE = ". ZooKeeper's client logs why a TLS handshake fails, with the logger"
			+ " org.apache.zookeeper.ClientCnxnSocketNetty";

	MasterProblem noPath() {
		return new MasterProblem(Kind.NO_PATH, "The path " + this.settings.path() + " does not exist in " + zooKeeper()
				+ ": no master has registered there. Check the path, or start a master", null);
	}

	MasterProblem pathDenied(boolean anonymous) {
		return new MasterProblem(Kind.NOT_AUTHORIZED, "The ACL of " + this.settings.path() + " in " + zooKeeper()
				+ " does not allow the locator to read it. Set credentials with the permission READ (scheme digest), or"
				+ " add the permission to the ACL. The locator retries at least every "
				+ TimeUnit.NANOSECONDS.toSeconds(Retry.MAX_PAUSE) + " s"
				+ (anonymous ? ". The SASL login has failed, so the client reads without authentication" : ""), null);
	}

	@Nullable MasterProblem of(List<MasterRegistration> registrations) {
		if (registrations.isEmpty()) {
			return new MasterProblem(Kind.NO_MASTERS,
					"No master is registered under " + this.settings.path() + " in " + zooKeeper(), null);
		}
		return (registrations.get(0) instanceof UnreadableMaster first) ? unreadable(first) : null;
	}

	private MasterProblem unreadable(UnreadableMaster first) {
		return new MasterProblem(first.denied() ? Kind.NOT_AUTHORIZED : Kind.UNREADABLE,
				"The leading registration " + first.znode() + " under " + this.settings.path()
						+ " cannot be read, and no other is promoted: " + first.error(),
				first.znode());
	}

	MasterProblem disconnected(SessionState session) {
		AccessState access = session.access();
		if (access.refusal() != null) {
			return new MasterProblem(Kind.NOT_AUTHORIZED,
					"Not authenticated to " + zooKeeper() + ": " + access.refusal() + ". The locator retries", null);
		}
		if (access.fault() != null) {
			return new MasterProblem(Kind.DISCONNECTED,
					"The masters cannot be read from " + zooKeeper() + ": " + access.fault() + ". The locator retries",
					null);
		}
		return new MasterProblem(Kind.DISCONNECTED, zooKeeper() + " " + silence(session.contact()), null);
	}

	private String silence(Contact contact) {
		if (contact.silent()) {
			return "accepts connections but answers no read, for longer than the session timeout. Check the"
					+ " logs of the servers, and whether the network drops large packets";
		}
		if (contact.ever()) {
			return "has not responded for the session timeout, or has expired the session"
					+ (this.settings.tls() ? HANDSHAKE : "");
		}
		return this.settings.tls()
				? "could not be reached with TLS. Check host and port (the secureClientPort of ZooKeeper), the quorum of"
						+ " the ensemble, and the certificates: both sides must trust each other, and those of the"
						+ " servers must be issued for the hosts above" + HANDSHAKE
				: "could not be reached. Check host and port (2181 by default), the quorum of the ensemble, whether the"
						+ " servers limit the connections from this host (maxClientCnxns), and whether the port"
						+ " expects TLS";
	}

	private String zooKeeper() {
		return "ZooKeeper at " + this.settings.ensemble();
	}

}
