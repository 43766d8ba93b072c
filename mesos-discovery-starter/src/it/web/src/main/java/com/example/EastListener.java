package com.example;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class EastListener {

	private final MesosMasterLocator east;

	EastListener(@Qualifier("east") MesosMasterLocator east) {
		this.east = east;
	}

	@EventListener
	void leaderChanged(LeaderChangedEvent event) {
		if (event.getSource() == this.east) {
			System.out.println("East: " + event);
		}
	}

}
