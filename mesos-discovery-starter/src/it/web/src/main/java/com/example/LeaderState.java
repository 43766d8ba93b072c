package com.example;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class LeaderState {

	private final RestClient leader;

	LeaderState(@MesosLeader RestClient.Builder builder) {
		this.leader = builder.build();
	}

	String state() {
		return this.leader.get().uri("/master/state").retrieve().body(String.class);
	}

}
