package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * One line at INFO for each new leader, one at WARN for each change into trouble, and the
 * rest at DEBUG: an outage must not fill a disk.
 */
final class FollowerLog {

	private static final Log logger = LogFactory.getLog(ZooKeeperMasterLocator.class);

	private final String name;

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
		if (present.link().access().anonymous() && !past.link().access().anonymous()) {
			logger.warn(this.name + ": The SASL login failed before ZooKeeper was asked, and it is asked without."
					+ " Require SASL to read nothing then");
		}
		String obstacle = obstacle(past.link().access(), present.link().access());
		if (after == before) {
			if (obstacle != null) {
				logger.warn(this.name + ": " + obstacle);
			}
			return;
		}
		String trouble = trouble(before, after);
		if (trouble == null) {
			trouble = obstacle;
		}
		if (trouble != null) {
			logger.warn(this.name + ": " + trouble);
		}
		else if (after.leader().isPresent() && !Snapshots.isSameLeader(before, after)) {
			logger.info(this.name + ": Leading Mesos master: " + after.leader().get());
		}
	}

	void failedToConnect(Throwable ex) {
		logger.warn(this.name + ": The ZooKeeper client could not be started; it is tried again", ex);
	}

	/**
	 * Only the first one: the servers of an ensemble can have different ones, and each
	 * attempt comes upon another.
	 */
	private static @Nullable String obstacle(Access past, Access present) {
		return (past.obstacle() == null && present.obstacle() != null)
				? "No TLS connection to ZooKeeper: " + present.obstacle() : null;
	}

	private static @Nullable String trouble(MasterSnapshot before, MasterSnapshot after) {
		MasterProblem problem = after.problem().orElse(null);
		if (problem != null && before.problem().map(MasterProblem::kind).orElse(null) != problem.kind()) {
			return "No leading Mesos master" + before.leader().map((leader) -> " after " + leader).orElse("") + ". "
					+ problem.message();
		}
		if (after.connection().state() == ConnectionState.RECONNECTING
				&& before.connection().state() != ConnectionState.RECONNECTING) {
			return "Lost the connection to ZooKeeper at " + after.connection().ensemble()
					+ after.leader()
						.map((leader) -> "; " + leader + " counts as leader until the session timeout")
						.orElse("");
		}
		return null;
	}

}
