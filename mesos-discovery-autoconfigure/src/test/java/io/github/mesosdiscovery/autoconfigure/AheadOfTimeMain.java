package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * An application with all beans of the library, which says what it has got.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ImportHttpServices(group = "east", types = AheadOfTimeMain.East.class)
class AheadOfTimeMain {

	/** What is decided ahead of time, and again when it runs. */
	static final String[] PROPERTIES = { "--mesos.discovery.zk=127.0.0.1:5050", "--mesos.discovery.wait-for-leader=30s",
			"--mesos.discovery.clusters.east.zk=127.0.0.1:5051", "--mesos.discovery.master.host=hostname",
			"--management.endpoints.web.exposure.include=mesos",
			"--logging.level.io.github.mesosdiscovery.autoconfigure=INFO" };

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AheadOfTimeMain.class)
			.web(WebApplicationType.NONE)
			.run(PROPERTIES)) {
			System.out.println("leader " + context.getBean(MesosMasterLocator.class).leader().isPresent());
			System.out.println("endpoint " + (context.getBean(MesosEndpoint.class).masters().leader() != null));
			for (String cluster : List.of("default", "east")) {
				Health health = ((MesosHealthIndicator) Objects
					.requireNonNull(context.getBean(CompositeHealthContributor.class).getContributor(cluster)))
					.health();
				System.out.println("health " + cluster + " " + Objects.requireNonNull(health).getStatus());
			}
			System.out.println("clients " + context.getBean(Clients.class).different());
			System.out.println("east " + context.getBean("mesosMasterLocator-east", MesosMasterLocator.class)
				.leader()
				.map((leader) -> leader.port())
				.orElseThrow());
			System.out.println("group " + context.getBean(East.class).getClass().getInterfaces().length);
		}
	}

	@MesosLeader("east")
	@HttpExchange
	interface East {

		@GetExchange("/state")
		String state();

	}

	@Bean
	Clients clients(@MesosLeader RestClient.Builder leader, RestClient.Builder plain,
			@MesosLeader WebClient.Builder reactiveLeader, WebClient.Builder reactivePlain,
			@MesosLeader("east") RestClient.Builder east, @MesosLeader("east") WebClient.Builder reactiveEast,
			@Qualifier("east") MesosMasterLocator qualified) {
		System.out.println("qualified " + qualified);
		return new Clients(List.of(leader, plain, reactiveLeader, reactivePlain, east, reactiveEast));
	}

	record Clients(List<Object> builders) {

		boolean different() {
			return Set.copyOf(this.builders).size() == this.builders.size();
		}

	}

}
