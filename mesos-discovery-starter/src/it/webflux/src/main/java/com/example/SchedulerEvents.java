package com.example;

import java.nio.charset.StandardCharsets;

import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.RecordIODecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

@Component
class SchedulerEvents {

	private final RecordIODecoder decoder = new RecordIODecoder();

	private final WebClient leader;

	SchedulerEvents(@MesosLeader WebClient.Builder builder) {
		this.leader = builder.build();
	}

	Flux<String> subscribe(String call) {
		return this.leader.post()
			.uri("/api/v1/scheduler")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.bodyValue(call)
			.retrieve()
			.bodyToFlux(DataBuffer.class)
			.transform(this.decoder::decode)
			.map((event) -> new String(event, StandardCharsets.UTF_8));
	}

}
