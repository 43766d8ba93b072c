package com.example;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@Component
class State {

	private final WebClient leader;

	State(@MesosLeader WebClient.Builder builder) {
		this.leader = builder.build();
	}

	Mono<String> state() {
		return this.leader.get().uri("/master/state").retrieve().bodyToMono(String.class);
	}

}
