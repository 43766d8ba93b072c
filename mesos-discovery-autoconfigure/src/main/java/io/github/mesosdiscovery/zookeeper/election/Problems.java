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

	private static final String HANDSHAKE = ". The ZooKeeper client logs why a TLS handshake fails: see the lines of"
			+ " org.apache.zookeeper.ClientCnxnSocketNetty";

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
		if (contact.ever()) {
			return "has not responded for the session timeout, or has expired the session"
					+ (this.settings.tls() ? HANDSHAKE : "");
		}
		return this.settings.tls()
				? "could not be reached with TLS. Check host and port, which must be a secureClientPort of ZooKeeper;"
						+ " that the certificates of both sides are valid and trusted, and those of the servers issued"
						+ " for the hosts above; and that the ensemble has a quorum" + HANDSHAKE
				: "could not be reached. Check host and port, where ZooKeeper usually listens on 2181; that the"
						+ " ensemble has a quorum; that the servers accept another connection from this host"
						+ " (maxClientCnxns); and whether the port expects TLS";
	}

	private String zooKeeper() {
		return "ZooKeeper at " + this.settings.ensemble();
	}

}
