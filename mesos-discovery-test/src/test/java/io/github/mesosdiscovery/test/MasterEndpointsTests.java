package io.github.mesosdiscovery.test;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import io.github.mesosdiscovery.proto.MasterInfoJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MasterEndpoints}.
 */
@Timeout(60)
class MasterEndpointsTests {

	private static final TestMesosCluster cluster = TestMesosCluster.builder().http().masters(3).start();

	private final SimulatedMaster leader = cluster.masters().get(0);

	private final SimulatedMaster follower = cluster.masters().get(1);

	@AfterAll
	static void close() {
		cluster.close();
	}

	@Test
	void everyMasterServesItsVersionAndHealth() throws Exception {
		for (SimulatedMaster master : cluster.masters()) {
			HttpResponse<String> version = Http.get(master, "/version");
			assertThat(version.statusCode()).isEqualTo(200);
			assertThat(version.headers().firstValue("Content-Type")).contains("application/json");
			assertThat(version.body()).startsWith("{\"build_date\":").endsWith("\"version\":\"1.11.0\"}");
			assertThat(Http.get(master, "/master/version").statusCode()).isEqualTo(404);
			for (String path : new String[] { "/health", "/master/health" }) {
				HttpResponse<String> health = Http.get(master, path);
				assertThat(health.statusCode()).isEqualTo(200);
				assertThat(health.body()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/redirect", "/master/redirect" })
	void everyMasterRedirectsToTheLeaderWithoutScheme(String path) throws Exception {
		for (SimulatedMaster master : cluster.masters()) {
			HttpResponse<String> response = Http.get(master, path);
			assertThat(response.statusCode()).isEqualTo(307);
			assertThat(response.body()).isEmpty();
			assertThat(response.headers().firstValue("Location"))
				.contains("//localhost:" + this.leader.info().getPort());
			assertThat(Http.get(master, path + "/further").statusCode()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1", "/api/v1/scheduler", "/master/api/v1", "/master/state", "/state?a=%20b",
			"/master/maintenance/schedule", "/slaves" })
	void otherMastersRedirectWhatTheLeaderServes(String uri) throws Exception {
		HttpResponse<String> response = Http.post(this.follower, uri, "{\"type\": \"GET_HEALTH\"}");
		assertThat(response.statusCode()).isEqualTo(307);
		assertThat(response.headers().firstValue("Location"))
			.contains("//localhost:" + this.leader.info().getPort() + uri);
	}

	@Test
	void unknownPathIsNotFoundOnAnyMaster() throws Exception {
		for (SimulatedMaster master : cluster.masters()) {
			assertThat(Http.get(master, "/").statusCode()).isEqualTo(404);
			assertThat(Http.get(master, "/master/none").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void leaderServesItsState() throws Exception {
		for (String path : new String[] { "/state", "/master/state" }) {
			HttpResponse<String> response = Http.get(this.leader, path);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("\"id\":\"" + this.leader.info().getId() + "\"",
					"\"leader\":\"" + this.leader.info().getPid() + "\"",
					"\"leader_info\":" + MasterInfoJson.write(this.leader.info()));
		}
		assertThat(Http.get(this.leader, "/slaves").statusCode()).isEqualTo(501);
	}

	@Test
	void leaderAnswersCallsOfOperators() throws Exception {
		assertThat(call("GET_HEALTH").body()).isEqualTo("{\"type\":\"GET_HEALTH\",\"get_health\":{\"healthy\":true}}");
		assertThat(call("GET_MASTER").body()).isEqualTo("{\"type\":\"GET_MASTER\",\"get_master\":{\"master_info\":"
				+ MasterInfoJson.write(this.leader.info()) + "}}");
		assertThat(call("GET_VERSION").body())
			.startsWith("{\"type\":\"GET_VERSION\",\"get_version\":{\"version_info\":{\"build_date\":");
		assertThat(call("GET_AGENTS").statusCode()).isEqualTo(501);
	}

	@ParameterizedTest
	@CsvSource({ "application/json, {}, 400", "application/json, {, 400", "application/json, [], 400",
			"application/json, {\"type\": {}}, 400", "application/x-protobuf, {}, 415", "'', {}, 400" })
	void leaderRefusesInvalidCalls(String contentType, String body, int status) throws Exception {
		var request = Http.request(this.leader, "/api/v1").POST(BodyPublishers.ofString(body));
		if (!contentType.isEmpty()) {
			request.header("Content-Type", contentType);
		}
		assertThat(Http.send(request.build()).statusCode()).isEqualTo(status);
	}

	@Test
	void leaderAcceptsCallsByPostOnly() throws Exception {
		HttpResponse<String> response = Http.get(this.leader, "/api/v1/scheduler");
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).contains("POST");
	}

	private HttpResponse<String> call(String type) throws Exception {
		return Http.post(this.leader, "/api/v1", "{\"type\": \"" + type + "\"}");
	}

}
