package io.github.mesosdiscovery.actuate.endpoint;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.Masters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Tests for the answer of {@link MesosEndpoint} as a client gets it.
 */
class MesosEndpointJsonTests {

	private static final String TIME = "2026-01-02T03:04:05Z";

	private static final String CONNECTION = """
			"connection": {"state": "CONNECTED", "ensemble": "zk1:2181,zk2:2181", "path": "/mesos", "since": "%s",
			 "sessionTimeout": "PT10S"}
			""".formatted(TIME);

	private static final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected());

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "management.endpoints.web.exposure.include=mesos", "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=mesos", "spring.jmx.default-domain=mesos.json.tests",
					"spring.main.lazy-initialization=true", "spring.main.banner-mode=off",
					"spring.jackson.default-property-inclusion=non_null")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void withLeader() throws Exception {
		locator
			.set(Masters.connected(Masters.master(3, "1.11.0", new MasterDomain("eu", "eu-1"), List.of("AGENT_UPDATE")),
					Masters.master(4, null, null, List.of()), Masters.unreadable(5)));
		String leader = """
				{"id": "id-3", "hostname": "master3", "ip": "10.0.0.3", "port": 5050, "pid": "master@10.0.0.3:5050",
				"version": "1.11.0", "url": "http://10.0.0.3:5050", "znode": "json.info_0000000003", "sequence": 3,
				"epoch": 4294967299, "leading": true, "domain": {"region": "eu", "zone": "eu-1"},
				"capabilities": ["AGENT_UPDATE"]}""";
		String follower = """
				{"id": "id-4", "hostname": "master4", "ip": "10.0.0.4", "port": 5050, "pid": "master@10.0.0.4:5050",
				"url": "http://10.0.0.4:5050", "znode": "json.info_0000000004", "sequence": 4,
				"epoch": 4294967300, "leading": false}""";
		String unreadable = """
				{"znode": "json.info_0000000005", "sequence": 5, "error": "not JSON", "leading": false}""";
		assertEverywhere("{%s, \"leader\": %s, \"masters\": [%s, %s, %s], \"problem\": null, \"changes\": []}"
			.formatted(CONNECTION, leader, leader, follower, unreadable));
	}

	@Test
	void withoutLeaderNullIsWritten() throws Exception {
		locator.set(Masters.snapshot(ConnectionState.CONNECTED,
				new MasterProblem(Kind.NO_MASTERS, "no master is registered", null)));
		assertEverywhere("""
				{%s, "leader": null, "masters": [],
				"problem": {"kind": "NO_MASTERS", "message": "no master is registered"}, "changes": []}
				""".formatted(CONNECTION));
	}

	@Test
	void changesHaveIdsOrNull() throws Exception {
		locator.set(Masters.changed(new LeaderChange(Masters.SINCE, null, Masters.master(3), Masters.master(4)),
				new LeaderChange(Masters.SINCE, Kind.NO_MASTERS, Masters.master(4), null)));
		assertEverywhere("""
				{%s, "leader": null, "masters": [], "problem": null, "changes": [
				{"at": "%s", "reason": "ELECTED", "previous": "id-3", "leader": "id-4"},
				{"at": "%s", "reason": "NO_MASTERS", "previous": "id-4", "leader": null}]}
				""".formatted(CONNECTION, Masters.SINCE, Masters.SINCE));
	}

	private static void assertEverywhere(String expected) throws Exception {
		JSONAssert.assertEquals(expected, overHttp(), JSONCompareMode.STRICT);
		JSONAssert.assertEquals(expected, overMockMvc(), JSONCompareMode.STRICT);
		JSONAssert.assertEquals(expected, overJmx(), JSONCompareMode.STRICT);
	}

	private static String overHttp() throws IOException, InterruptedException {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/mesos"))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

	private static String overMockMvc() throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context).build();
		return mvc.perform(get("/actuator/mesos")).andReturn().getResponse().getContentAsString();
	}

	private static String overJmx() throws Exception {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		ObjectName name = new ObjectName("mesos.json.tests:type=Endpoint,name=Mesos");
		return new JsonMapper().writeValueAsString(server.invoke(name, "masters", new Object[0], new String[0]));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		FakeMasterLocator mesosMasterLocator() {
			return locator;
		}

	}

}
