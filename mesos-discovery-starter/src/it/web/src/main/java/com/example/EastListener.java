package com.example;

import io.github.mesosdiscovery.LeaderChangedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class EastListener {

	@EventListener(condition = "event.cluster == 'east'")
	void leaderChanged(LeaderChangedEvent event) {
		System.out.println("East: " + event);
	}

}
