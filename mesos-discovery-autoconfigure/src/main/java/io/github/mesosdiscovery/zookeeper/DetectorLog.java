package io.github.mesosdiscovery.zookeeper;

import java.util.HashSet;
import java.util.Set;

import io.github.mesosdiscovery.zookeeper.election.DetectorState;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.TransitionResult;
import io.github.mesosdiscovery.zookeeper.election.TransitionResult.LogEntry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log of a detector. What happens repeatedly is logged once, so that an outage
 * does not fill a disk.
 */
final class DetectorLog {

	/** Named after the class that users know. */
	private static final Log logger = LogFactory.getLog(DetectorLog.class.getPackageName() + ".ZooKeeperMasterLocator");

	private static final int MAX_REPEATED = 100;

	private final String name;

	private final Set<String> repeated = new HashSet<>();

	private volatile @Nullable String lastFailure;

	DetectorLog(String name) {
		this.name = name;
	}

	void log(Input input, DetectorState before, TransitionResult result) {
		SafeLog.write(() -> write(input, before, result));
	}

	private void write(Input input, DetectorState before, TransitionResult result) {
		if (logger.isDebugEnabled()) {
			logger.debug(this.name + ": " + input + " -> " + result.state());
		}
		if (result.state().isCurrent() && !before.isCurrent()) {
			this.lastFailure = null;
		}
		result.log().forEach(this::write);
	}

	private void write(LogEntry entry) {
		String line = this.name + ": " + entry.message();
		if (entry.repeated() && !isNew(line)) {
			return;
		}
		if (entry.warning()) {
			logger.warn(line);
		}
		else {
			logger.info(line);
		}
	}

	private boolean isNew(String line) {
		if (this.repeated.size() == MAX_REPEATED) {
			this.repeated.clear();
		}
		return this.repeated.add(line);
	}

	void failed(String action, Throwable ex) {
		SafeLog.write(() -> write(action, ex));
	}

	private void write(String action, Throwable ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String reason = ex + ((root != ex) ? ", caused by " + root : "");
		if (!reason.equals(this.lastFailure)) {
			this.lastFailure = reason;
			logger.warn(this.name + ": Cannot " + action + "; retrying. " + reason);
		}
		logger.debug(this.name + ": Cannot " + action, ex);
	}

}
