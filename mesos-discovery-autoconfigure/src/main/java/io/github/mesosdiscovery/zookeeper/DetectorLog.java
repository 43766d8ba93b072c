package io.github.mesosdiscovery.zookeeper;

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.mesosdiscovery.zookeeper.election.Command;
import io.github.mesosdiscovery.zookeeper.election.DetectorState;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.TransitionResult;
import io.github.mesosdiscovery.zookeeper.election.TransitionResult.LogEntry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log of a detector. What happens again and again is logged once: an outage
 * must not fill a disk.
 */
final class DetectorLog {

	/** The logger that users know. */
	private static final Log logger = LogFactory.getLog(DetectorLog.class.getPackageName() + ".ZooKeeperMasterLocator");

	private static final int MAX_REPEATED = 100;

	private final String name;

	private final Set<String> repeated = new LinkedHashSet<>();

	/** Why the last attempt failed: the next may fail for the same reason. */
	private volatile @Nullable String failure;

	DetectorLog(String name) {
		this.name = name;
	}

	void log(Input input, DetectorState before, TransitionResult result) {
		if (logger.isDebugEnabled()) {
			logger.debug(this.name + ": " + input + " -> " + result.state());
		}
		if (result.state().isCurrent() && !before.isCurrent()) {
			this.failure = null;
		}
		result.log().forEach(this::log);
	}

	private void log(LogEntry entry) {
		if (entry.repeated() && !isNew(entry.message())) {
			return;
		}
		String line = this.name + ": " + entry.message();
		if (entry.warning()) {
			logger.warn(line);
		}
		else {
			logger.info(line);
		}
	}

	private boolean isNew(String message) {
		if (this.repeated.size() == MAX_REPEATED) {
			this.repeated.clear();
		}
		return this.repeated.add(message);
	}

	void failedToConnect(Throwable ex) {
		failed("Cannot create the ZooKeeper client", ex);
	}

	void failed(Command command, Throwable ex) {
		failed("Cannot carry out " + command.getClass().getSimpleName(), ex);
	}

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

}
