package io.github.mesosdiscovery.autoconfigure;

import java.util.Optional;

import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import io.github.mesosdiscovery.http.MesosLeader;
import io.github.mesosdiscovery.http.StubMaster;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * Tests for an application whose locators are mocks, the further cluster's by its
 * qualifier.
 */
@Timeout(60)
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "mesos.discovery.zk=127.0.0.1:5050", "mesos.discovery.wait-for-leader=1h",
				"mesos.discovery.clusters.east.zk=127.0.0.2:5050", "mesos.discovery.clusters.east.wait-for-leader=1h",
				"mesos.discovery.clusters.west.zk=127.0.0.3:5050", "management.endpoints.web.exposure.include=mesos" })
class MockedLocatorTests {

	private static final StubMaster LEADER = new StubMaster(7);

	@MockitoBean
	private MesosMasterLocator main;

	@MockitoBean
	@Qualifier("east")
	private MesosMasterLocator east;

	@Autowired
	@Qualifier("west")
	private MesosMasterLocator west;

	@Autowired
	private ApplicationContext context;

	@AfterAll
	static void close() {
		LEADER.close();
	}

	@BeforeEach
	void stub() {
		MesosMaster leader = LEADER.master();
		for (MesosMasterLocator mock : new MesosMasterLocator[] { this.main, this.east }) {
			given(mock.leader()).willReturn(Optional.of(leader));
			given(mock.snapshot()).willReturn(Masters.connected(leader));
		}
	}

	@Test
	void mocksTakeThePlaceOfTheLocatorsOfTheirClustersOnly() {
		assertThat(this.context.getBeansOfType(MesosMasterLocator.class).values()).containsExactlyInAnyOrder(this.main,
				this.east, this.west);
		assertThat(this.west.leader().orElseThrow().ip()).isEqualTo("127.0.0.3");
	}

	@Test
	void healthEndpointAndMetersUseThem() {
		CompositeHealthContributor health = this.context.getBean("mesosHealthContributor",
				CompositeHealthContributor.class);
		MesosEndpoint endpoint = this.context.getBean(MesosEndpoint.class);
		for (String cluster : new String[] { "default", "east", "west" }) {
			assertThat(health.getContributor(cluster)).isInstanceOfSatisfying(MesosHealthIndicator.class,
					(indicator) -> assertThat(indicator.health().getStatus()).isEqualTo(Status.UP));
			assertThat(endpoint.cluster(cluster).leader()).isNotNull();
			assertThat(this.context.getBean(MeterRegistry.class)
				.get("mesos.discovery.leader.known")
				.tag("cluster", cluster)
				.gauge()
				.value()).isOne();
		}
	}

	@Test
	void clientsUseThem(@Autowired @MesosLeader RestClient.Builder main,
			@Autowired @MesosLeader("east") RestClient.Builder east) {
		for (RestClient.Builder builder : new RestClient.Builder[] { main, east }) {
			assertThat(builder.build().get().uri("/").retrieve().body(String.class)).isEqualTo("from id-7");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
