package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * HTTP client for simulated masters, which follows redirects only on request.
 */
final class Http {

	private static final HttpClient client = HttpClient.newHttpClient();

	private Http() {
	}

	static HttpResponse<String> get(SimulatedMaster master, String path) throws IOException, InterruptedException {
		return client.send(request(master, path).build(), BodyHandlers.ofString());
	}

	static HttpResponse<String> post(SimulatedMaster master, String path, String json)
			throws IOException, InterruptedException {
		return client.send(request(master, path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json))
			.build(), BodyHandlers.ofString());
	}

	static HttpResponse<InputStream> stream(SimulatedMaster master, String call)
			throws IOException, InterruptedException {
		return client.send(request(master, "/api/v1/scheduler").header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(call))
			.build(), BodyHandlers.ofInputStream());
	}

	static HttpRequest.Builder request(SimulatedMaster master, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + master.info().getPort() + path))
			.timeout(Duration.ofSeconds(30));
	}

	static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return client.send(request, BodyHandlers.ofString());
	}

}
