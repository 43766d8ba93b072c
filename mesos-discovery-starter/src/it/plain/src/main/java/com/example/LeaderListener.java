package com.example;

import io.github.mesosdiscovery.LeaderChangedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class LeaderListener {

	private static final Logger logger = LoggerFactory.getLogger(LeaderListener.class);

	@EventListener
	void leaderChanged(LeaderChangedEvent event) {
		event.getLeader()
			.ifPresentOrElse((leader) -> logger.info("Subscribe to {}", leader.uri()),
					() -> logger.warn("No leader: {}", event.getReason()));
	}

}
