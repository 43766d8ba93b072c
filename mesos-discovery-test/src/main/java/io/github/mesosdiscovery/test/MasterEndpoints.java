package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;

/**
 * The HTTP endpoints of a simulated master. Masters that do not lead redirect requests
 * for endpoints of the leader.
 */
final class MasterEndpoints implements HttpHandler {

	private static final String JSON = "application/json";

	/** Both at the root and below {@code /master}. */
	private static final Set<String> OF_LEADER = Set.of("/api/v1", "/api/v1/scheduler", "/create-volumes",
			"/destroy-volumes", "/frameworks", "/machine/down", "/machine/up", "/maintenance/schedule",
			"/maintenance/status", "/quota", "/reserve", "/roles", "/slaves", "/state", "/state-summary", "/tasks",
			"/teardown", "/unreserve", "/weights");

	private static final Pattern CALL_TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(\\w+)\"");

	private final SimulatedMaster master;

	private final Supplier<Optional<SimulatedMaster>> leader;

	private final SchedulerStream stream;

	MasterEndpoints(SimulatedMaster master, Supplier<Optional<SimulatedMaster>> leader, SchedulerStream stream) {
		this.master = master;
		this.leader = leader;
		this.stream = stream;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			String path = exchange.getRequestURI().getPath();
			String route = path.startsWith("/master/") ? path.substring("/master".length()) : path;
			if (path.equals("/version")) {
				reply(exchange, 200, JSON, version());
			}
			else if (route.equals("/health")) {
				reply(exchange, 200);
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
			reply(exchange, 404);
		}
		else if (this.leader.get().filter(this.master::equals).isEmpty()) {
			redirect(exchange, exchange.getRequestURI().toString());
		}
		else if (route.startsWith("/api/")) {
			call(exchange, route, body);
		}
		else if (route.equals("/state")) {
			reply(exchange, 200, JSON, state());
		}
		else {
			reply(exchange, 501);
		}
	}

	/**
	 * Redirect to the leader without a scheme, like Mesos.
	 */
	private void redirect(HttpExchange exchange, String uri) throws IOException {
		Optional<SimulatedMaster> leader = this.leader.get();
		if (leader.isEmpty()) {
			reply(exchange, 503, "text/plain", "No leader elected");
			return;
		}
		MasterInfo info = leader.get().info();
		exchange.getResponseHeaders().set("Location", "//" + info.getHostname() + ":" + info.getPort() + uri);
		reply(exchange, 307);
	}

	private void call(HttpExchange exchange, String route, String body) throws IOException {
		String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
		Matcher type = CALL_TYPE.matcher(body);
		if (!exchange.getRequestMethod().equals("POST")) {
			exchange.getResponseHeaders().set("Allow", "POST");
			reply(exchange, 405);
		}
		else if (contentType == null) {
			reply(exchange, 400, "text/plain", "Expecting 'Content-Type' to be present");
		}
		else if (!contentType.startsWith(JSON)) {
			reply(exchange, 415, "text/plain", "Expecting 'Content-Type' of application/json");
		}
		else if (!type.find()) {
			reply(exchange, 400, "text/plain", "Failed to parse body into Call protobuf");
		}
		else if (route.equals("/api/v1")) {
			operator(exchange, type.group(1));
		}
		else if (type.group(1).equals("SUBSCRIBE")) {
			this.stream.open(exchange, this.master.info());
		}
		else {
			reply(exchange, 202);
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
			reply(exchange, 501);
		}
		else {
			String name = type.toLowerCase(Locale.ROOT);
			reply(exchange, 200, JSON, "{\"type\":\"" + type + "\",\"" + name + "\":" + field + "}");
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

	private static void reply(HttpExchange exchange, int status) throws IOException {
		exchange.sendResponseHeaders(status, -1);
	}

	private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

}
