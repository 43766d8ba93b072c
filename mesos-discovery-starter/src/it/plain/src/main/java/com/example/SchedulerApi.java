package com.example;

import java.net.URI;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.stereotype.Component;

@Component
class SchedulerApi {

	private final MesosMasterLocator locator;

	SchedulerApi(MesosMasterLocator locator) {
		this.locator = locator;
	}

	URI uri() {
		MesosMaster leader = this.locator.leader()
			.orElseThrow(() -> new IllegalStateException("No leading Mesos master: " + this.locator.snapshot()));
		return leader.uri().resolve("/api/v1/scheduler");
	}

}
