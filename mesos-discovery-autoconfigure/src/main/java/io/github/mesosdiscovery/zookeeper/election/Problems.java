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

	MasterProblem noPath() {
		return new MasterProblem(Kind.NO_PATH, "The path " + this.settings.path() + " does not exist in " + zooKeeper()
				+ ": no master has registered there. Check the path, or start a master", null);
	}

	MasterProblem pathDenied(boolean anonymous) {
		return new MasterProblem(Kind.NOT_AUTHORIZED, "The ACL of " + this.settings.path() + " in " + zooKeeper()
				+ " does not let these credentials list it. Give credentials that may read it (scheme digest), or"
				+ " allow them to. The locator retries, at least every "
				+ TimeUnit.NANOSECONDS.toSeconds(Retry.MAX_PAUSE) + " s"
				+ (anonymous ? ". The SASL login has failed, so that the client reads without authentication" : ""),
				null);
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
				"The registration that leads, " + first.znode() + " under " + this.settings.path()
						+ ", cannot be read, and no other is promoted in its place: " + first.error(),
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
			return "accepts connections and does not answer: no read was answered for the session timeout. Check the"
					+ " logs of the servers, and whether the network drops large packets";
		}
		return (contact.ever() ? "has not responded for the session timeout, or has expired the session"
				: "could not be reached. Check host and port, where ZooKeeper usually listens on "
						+ (this.settings.tls() ? "2281 for TLS" : "2181") + "; that the ensemble has a quorum; that"
						+ " the servers accept another connection from this host (maxClientCnxns); and whether the"
						+ " port expects " + (this.settings.tls() ? "TLS" : "TLS, which this client does not use"))
				+ (this.settings.tls() ? ". A failed TLS handshake is logged by org.apache.zookeeper.ClientCnxn and"
						+ " org.apache.zookeeper.ClientCnxnSocketNetty: check the certificates, their host names and"
						+ " the trust store of the SSL bundle" : "");
	}

	private String zooKeeper() {
		return "ZooKeeper at " + this.settings.ensemble();
	}

}
