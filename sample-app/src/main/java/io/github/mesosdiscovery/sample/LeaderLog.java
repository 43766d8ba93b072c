package io.github.mesosdiscovery.sample;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMaster;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Logs each change of the leader.
 */
@Component
class LeaderLog {

	private static final Log logger = LogFactory.getLog(LeaderLog.class);

	@EventListener
	void leaderChanged(LeaderChangedEvent event) {
		logger.info("Leader changed (" + event.getReason() + "): " + describe(event));
	}

	private static String describe(LeaderChangedEvent event) {
		return event.getPrevious().map(LeaderLog::describe).orElse("none") + " -> "
				+ event.getLeader().map(LeaderLog::describe).orElse("none");
	}

	private static String describe(MesosMaster master) {
		return master.pid() + ", " + master.znode();
	}

}
