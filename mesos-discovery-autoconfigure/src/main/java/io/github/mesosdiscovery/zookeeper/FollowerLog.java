package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * One line at INFO for each new leader and for each connection that brought a view, which
 * is also the end of any trouble; one at WARN for each change into trouble; the rest at
 * DEBUG: an outage must not fill a disk.
 */
final class FollowerLog {

	private static final Log logger = LogFactory.getLog(ZooKeeperMasterLocator.class);

	private static final int MAX_WARNED = 100;

	private final String name;

	/** The readings whose ignored fields were logged: each session reads them again. */
	private final Map<String, MasterRegistration> warned = new LinkedHashMap<>();

	/** Why the last attempt failed: the next may fail alike. */
	private volatile @Nullable String failure;

	/** The last one that was logged: each server of an ensemble can have another. */
	private @Nullable String obstacle;

	FollowerLog(String name) {
		this.name = name;
	}

	void log(Signal signal, Tracking past, Tracking present, MasterSnapshot before, MasterSnapshot after) {
		if (logger.isDebugEnabled()) {
			logger.debug(this.name + ": " + signal + " -> " + present.link());
		}
		if (present.fence().generation() > past.fence().generation()) {
			logger.warn(this.name + ": ZooKeeper keeps answering with an older view of " + after.connection().path()
					+ " than before, so the ensemble was wiped or restored from a backup. Starting over with this view");
		}
		if (present.link().access().anonymous() != past.link().access().anonymous()) {
			anonymous(present.link().access().anonymous());
		}
		warnOfIgnoredFields(signal, present);
		if (present.link().synced() && !past.link().synced()) {
			this.failure = null;
			this.obstacle = null;
			logger.info(this.name + ": " + connected(present.link(), before, after));
		}
		String trouble = trouble(past.link(), present.link(), before, after);
		if (trouble != null) {
			logger.warn(this.name + ": " + trouble);
		}
		else if (after != before && after.leader().isPresent() && !Snapshots.isSameLeader(before, after)) {
			logger.info(this.name + ": Leading Mesos master: " + after.leader().get());
		}
	}

	/**
	 * Only for a reading that was adopted: one that says the same as the last was not.
	 */
	private void warnOfIgnoredFields(Signal signal, Tracking present) {
		if (signal instanceof Signal.Fetched fetched && fetched.outcome() instanceof Signal.Read read) {
			Slot slot = present.slots().get(fetched.name());
			if (slot != null && slot.value() == read.registration() && !read.warnings().isEmpty()
					&& isNew(read.registration())) {
				read.warnings().forEach((warning) -> logger.warn(this.name + ": " + warning));
			}
		}
	}

	private boolean isNew(MasterRegistration reading) {
		if (this.warned.size() == MAX_WARNED) {
			this.warned.clear();
		}
		MasterRegistration last = this.warned.put(reading.znode(), reading);
		return last == null || !Slot.isSame(last, reading);
	}

	private void anonymous(boolean begun) {
		if (begun) {
			logger.warn(this.name + ": The SASL login failed before ZooKeeper was asked, and it is asked without."
					+ " Require SASL to read nothing then");
		}
		else {
			logger.info(this.name + ": The SASL login succeeded");
		}
	}

	void failedToConnect(Throwable ex) {
		failed("Cannot start the ZooKeeper client", ex);
	}

	void failed(Command command, Throwable ex) {
		failed("Cannot carry out " + command.getClass().getSimpleName(), ex);
	}

	/**
	 * Each attempt fails alike: one line until the reason is another one.
	 */
	private void failed(String what, Throwable ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String reason = ex + ((root != ex) ? ", caused by " + root : "");
		if (!reason.equals(this.failure)) {
			logger.warn(this.name + ": " + what + "; retrying. " + reason);
		}
		logger.debug(this.name + ": " + what, ex);
		this.failure = reason;
	}

	private static String connected(Link link, MasterSnapshot before, MasterSnapshot after) {
		return "Connected to ZooKeeper at " + link.server() + ", path " + after.connection().path()
				+ ", with a session timeout of " + readable(link.timeout())
				+ before.leader()
					.filter((leader) -> Snapshots.isSameLeader(before, after))
					.map((leader) -> ". " + leader + " still leads")
					.orElse("");
	}

	private @Nullable String trouble(Link past, Link present, MasterSnapshot before, MasterSnapshot after) {
		MasterProblem problem = after.problem().orElse(null);
		MasterProblem last = before.problem().orElse(null);
		boolean hindered = this.obstacle == null && present.access().obstacle() != null;
		this.obstacle = hindered ? present.access().obstacle() : this.obstacle;
		boolean worse = past.access().fault() == null && present.access().fault() != null
				|| !past.contact().silent() && present.contact().silent();
		if (problem != null && (last == null || last.kind() != problem.kind() || worse && !last.equals(problem))) {
			return "No leading Mesos master" + before.leader().map((leader) -> " after " + leader).orElse("") + ". "
					+ problem.message();
		}
		if (after.connection().state() == ConnectionState.RECONNECTING
				&& before.connection().state() != ConnectionState.RECONNECTING) {
			return lost(present, after);
		}
		return hindered ? "No TLS connection to ZooKeeper: " + this.obstacle : null;
	}

	private static String lost(Link link, MasterSnapshot after) {
		return (link.isConnected() ? "Cannot read the masters from ZooKeeper at "
				: "Lost the connection to ZooKeeper at ") + after.connection().ensemble()
				+ ((link.access().fault() != null) ? " (" + link.access().fault() + ")" : "")
				+ after.leader()
					.map((leader) -> "; keeping " + leader + " as the leader for up to " + readable(link.timeout()))
					.orElse("")
				+ "; reconnecting";
	}

	private static String readable(long nanos) {
		Duration time = Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(nanos));
		return time.toString().substring(2).toLowerCase(Locale.ROOT);
	}

}
