package com.example;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.RecordIOReader;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class SchedulerStream {

	private final RestClient leader;

	SchedulerStream(@MesosLeader RestClient.Builder builder) {
		this.leader = builder.build();
	}

	void subscribe(String call, BiConsumer<String, String> handler) {
		this.leader.post()
			.uri("/api/v1/scheduler")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.body(call)
			.exchange((request, response) -> {
				if (!response.getStatusCode().is2xxSuccessful()) {
					throw response.createException();
				}
				String streamId = response.getHeaders().getFirst("Mesos-Stream-Id");
				try (RecordIOReader reader = new RecordIOReader(response.getBody())) {
					for (byte[] event = reader.read(); event != null; event = reader.read()) {
						handler.accept(streamId, new String(event, StandardCharsets.UTF_8));
					}
				}
				return null;
			});
	}

}
