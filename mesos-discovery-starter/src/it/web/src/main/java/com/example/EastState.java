package com.example;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class EastState {

	private final RestClient leader;

	EastState(@MesosLeader("east") RestClient.Builder builder) {
		this.leader = builder.build();
	}

	String state() {
		return this.leader.get().uri("/master/state").retrieve().body(String.class);
	}

}
