package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;
import tools.jackson.core.JacksonException;

/**
 * The HTTP endpoints of a simulated master. Masters that do not lead redirect requests
 * for endpoints of the leader.
 */
final class MasterEndpoints implements HttpHandler {

	/** Both at the root and below {@code /master}. */
	private static final Set<String> OF_LEADER = Set.of("/api/v1", "/api/v1/scheduler", "/create-volumes",
			"/destroy-volumes", "/frameworks", "/machine/down", "/machine/up", "/maintenance/schedule",
			"/maintenance/status", "/quota", "/reserve", "/roles", "/slaves", "/state", "/state-summary", "/tasks",
			"/teardown", "/unreserve", "/weights");

	private final SimulatedMaster master;

	private final Supplier<Optional<SimulatedMaster>> leader;

	private final SchedulerEndpoint scheduler;

	MasterEndpoints(SimulatedMaster master, Supplier<Optional<SimulatedMaster>> leader, Frameworks frameworks,
			Duration heartbeatInterval) {
		this.master = master;
		this.leader = leader;
		this.scheduler = new SchedulerEndpoint(master, this::isLeader, frameworks, heartbeatInterval);
	}

	private boolean isLeader() {
		return this.leader.get().filter(this.master::equals).isPresent();
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			String path = exchange.getRequestURI().getPath();
			String route = path.startsWith("/master/") ? path.substring("/master".length()) : path;
			if (path.equals("/version")) {
				HttpReplies.sendJson(exchange, version());
			}
			else if (route.equals("/health")) {
				HttpReplies.send(exchange, 200);
			}
			else if (route.equals("/redirect")) {
				redirect(exchange, "");
			}
			else {
				answerAsLeader(exchange, route, body);
			}
		}
	}

	private void answerAsLeader(HttpExchange exchange, String route, String body) throws IOException {
		if (!OF_LEADER.contains(route)) {
			HttpReplies.send(exchange, 404);
		}
		else if (!isLeader()) {
			redirect(exchange, exchange.getRequestURI().toString());
		}
		else if (route.startsWith("/api/")) {
			call(exchange, route, body);
		}
		else if (route.equals("/state")) {
			HttpReplies.sendJson(exchange, state());
		}
		else {
			HttpReplies.send(exchange, 501);
		}
	}

	/**
	 * Redirect to the leader without a scheme, like Mesos.
	 */
	private void redirect(HttpExchange exchange, String uri) throws IOException {
		Optional<SimulatedMaster> leader = this.leader.get();
		if (leader.isEmpty()) {
			HttpReplies.sendText(exchange, 503, "No leader elected");
			return;
		}
		MasterInfo info = leader.get().info();
		exchange.getResponseHeaders().set("Location", "//" + info.getHostname() + ":" + info.getPort() + uri);
		HttpReplies.send(exchange, 307);
	}

	private void call(HttpExchange exchange, String route, String body) throws IOException {
		String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
		if (!exchange.getRequestMethod().equals("POST")) {
			exchange.getResponseHeaders().set("Allow", "POST");
			HttpReplies.send(exchange, 405);
		}
		else if (contentType == null) {
			HttpReplies.sendText(exchange, 400, "Expecting 'Content-Type' to be present");
		}
		else if (!contentType.startsWith(HttpReplies.JSON)) {
			HttpReplies.sendText(exchange, 415, "Expecting 'Content-Type' of application/json");
		}
		else {
			try {
				call(exchange, route, ApiCall.read(body));
			}
			catch (JacksonException ex) {
				HttpReplies.sendText(exchange, 400, "Failed to parse body into JSON: " + ex.getOriginalMessage());
			}
		}
	}

	private void call(HttpExchange exchange, String route, ApiCall call) throws IOException {
		if (call.type().isEmpty()) {
			HttpReplies.sendText(exchange, 400, "Expecting 'type' to be present");
		}
		else if (route.equals("/api/v1")) {
			operator(exchange, call.type());
		}
		else {
			this.scheduler.handle(exchange, call);
		}
	}

	private void operator(HttpExchange exchange, String type) throws IOException {
		String field = switch (type) {
			case "GET_HEALTH" -> "{\"healthy\":true}";
			case "GET_MASTER" -> "{\"master_info\":" + MasterInfoJson.write(this.master.info()) + "}";
			case "GET_VERSION" -> "{\"version_info\":" + version() + "}";
			default -> "";
		};
		if (field.isEmpty()) {
			HttpReplies.send(exchange, 501);
		}
		else {
			String name = type.toLowerCase(Locale.ROOT);
			HttpReplies.sendJson(exchange, "{\"type\":\"" + type + "\",\"" + name + "\":" + field + "}");
		}
	}

	private String version() {
		return "{\"build_date\":\"2020-11-24 00:00:00\",\"build_time\":1606176000,\"build_user\":\"mesos\",\"version\":\""
				+ this.master.info().getVersion() + "\"}";
	}

	private String state() {
		MasterInfo info = this.master.info();
		return "{\"version\":\"" + info.getVersion() + "\",\"id\":\"" + info.getId() + "\",\"pid\":\"" + info.getPid()
				+ "\",\"hostname\":\"" + info.getHostname() + "\",\"leader\":\"" + info.getPid() + "\",\"leader_info\":"
				+ MasterInfoJson.write(info) + "}";
	}

}
