package com.example;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import io.github.mesosdiscovery.http.MesosLeader;
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
				InputStream body = response.getBody();
				for (String event = next(body); event != null; event = next(body)) {
					handler.accept(streamId, event);
				}
				return null;
			});
	}

	private static String next(InputStream body) throws IOException {
		int length = 0;
		for (int digit = body.read(); digit != '\n'; digit = body.read()) {
			if (digit < 0) {
				return null;
			}
			length = 10 * length + Character.digit(digit, 10);
		}
		byte[] event = body.readNBytes(length);
		if (event.length < length) {
			throw new EOFException("The stream has ended within an event");
		}
		return new String(event, StandardCharsets.UTF_8);
	}

}
