package com.example;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class Operator {

	private final RestClient leader;

	Operator(@MesosLeader RestClient.Builder builder) {
		this.leader = builder.build();
	}

	String agents() {
		return this.leader.post()
			.uri("/api/v1")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.body("{\"type\": \"GET_AGENTS\"}")
			.retrieve()
			.body(String.class);
	}

}
