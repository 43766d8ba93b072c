package io.github.mesosdiscovery.autoconfigure;

import java.util.Objects;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An application with all beans of the library, which says what it has got.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AheadOfTimeMain {

	/** What is decided ahead of time, and again when it runs. */
	static final String[] PROPERTIES = { "--mesos.discovery.zk=127.0.0.1:5050", "--mesos.discovery.wait-for-leader=30s",
			"--mesos.discovery.master.host=hostname", "--management.endpoints.web.exposure.include=mesos",
			"--logging.level.io.github.mesosdiscovery.autoconfigure=INFO" };

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AheadOfTimeMain.class)
			.web(WebApplicationType.NONE)
			.run(PROPERTIES)) {
			System.out.println("leader " + context.getBean(MesosMasterLocator.class).leader().isPresent());
			System.out.println("endpoint " + (context.getBean(MesosEndpoint.class).masters().leader() != null));
			Health health = context.getBean(MesosHealthIndicator.class).health();
			System.out.println("health " + Objects.requireNonNull(health).getStatus());
			System.out.println("clients " + context.getBean(Clients.class).different());
		}
	}

	@Bean
	Clients clients(@MesosLeader RestClient.Builder leader, RestClient.Builder plain,
			@MesosLeader WebClient.Builder reactiveLeader, WebClient.Builder reactivePlain) {
		return new Clients(leader, plain, reactiveLeader, reactivePlain);
	}

	record Clients(RestClient.Builder leader, RestClient.Builder plain, WebClient.Builder reactiveLeader,
			WebClient.Builder reactivePlain) {

		boolean different() {
			return this.leader != this.plain && this.reactiveLeader != this.reactivePlain;
		}

	}

}
