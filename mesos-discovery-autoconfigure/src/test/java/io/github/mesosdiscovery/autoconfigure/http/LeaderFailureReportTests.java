package io.github.mesosdiscovery.autoconfigure.http;

import io.github.mesosdiscovery.NoLeadingMasterException;
import io.github.mesosdiscovery.http.MesosLeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for the failure analyses of {@link MesosLeader} clients.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class LeaderFailureReportTests {

	private static final String[] FURTHER_CLUSTERS = { "mesos.discovery.clusters.east.zk=127.0.0.1:5050",
			"mesos.discovery.clusters.south.zk=127.0.0.1:5051" };

	@Test
	void missingLeaderIsExplained(CapturedOutput output) {
		assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "mesos.discovery.zk=zk://127.0.0.1:1/mesos",
					"mesos.discovery.http.wait-for-leader=100ms")
			.run()
			.close()).isInstanceOf(NoLeadingMasterException.class);
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "No leading Mesos master within 100 ms", "ensemble 127.0.0.1:1",
					"'mesos.discovery.http.wait-for-leader'")
			.doesNotContain("\tat io.github.mesosdiscovery");
	}

	@ParameterizedTest
	@ValueSource(classes = { UnknownBuilder.class, UnknownReactiveBuilder.class, UnknownGroup.class })
	void unknownClusterIsExplained(Class<?> application, CapturedOutput output) {
		assertThatThrownBy(() -> run(application)).isNotNull();
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "@MesosLeader(\"west\") names an unknown cluster",
					"Known clusters: [east]", "'mesos.discovery.clusters.west.zk'")
			.doesNotContain("\tat io.github.mesosdiscovery");
	}

	@ParameterizedTest
	@ValueSource(classes = { MainBuilder.class, MainGroup.class })
	void missingMainClusterIsExplained(Class<?> application, CapturedOutput output) {
		assertThatThrownBy(() -> run(application, FURTHER_CLUSTERS)).isNotNull();
		assertThat(output)
			.contains("APPLICATION FAILED TO START",
					"@MesosLeader without a name refers to the main cluster, which is "
							+ "not configured. Known clusters: [east, south].",
					"'mesos.discovery.zk'")
			.doesNotContain("\tat io.github.mesosdiscovery");
	}

	@ParameterizedTest
	@ValueSource(classes = { MainBuilder.class, UnknownBuilder.class })
	void injectionPointIsNamed(Class<?> application, CapturedOutput output) {
		assertThatThrownBy(() -> run(application, FURTHER_CLUSTERS)).isNotNull();
		assertThat(output).contains("Injection point: Parameter 0 of constructor in " + application.getName());
	}

	@Test
	void groupOfTwoClustersIsExplained(CapturedOutput output) {
		assertThatThrownBy(() -> run(MixedGroup.class)).isNotNull();
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "The HTTP services of group 'mixed' share a client",
					"East=@MesosLeader(\"east\")", "West=@MesosLeader(\"west\")", "Annotate all of them alike")
			.doesNotContain("\tat io.github.mesosdiscovery");
	}

	@Test
	void otherMissingBuilderIsExplainedBySpringBoot(CapturedOutput output) {
		assertThatThrownBy(() -> run(OtherQualifier.class)).isNotNull();
		assertThat(output).doesNotContain("names an unknown cluster");
	}

	private static void run(Class<?> application) {
		run(application, "mesos.discovery.zk=127.0.0.1:5050", "mesos.discovery.clusters.east.zk=127.0.0.1:5051");
	}

	private static void run(Class<?> application, String... properties) {
		new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.properties(properties)
			.run()
			.close();
	}

	@EnableAutoConfiguration
	static class MainBuilder {

		MainBuilder(@MesosLeader RestClient.Builder builder) {
			assertThat(builder).isNotNull();
		}

	}

	@EnableAutoConfiguration
	static class UnknownBuilder {

		UnknownBuilder(@MesosLeader("west") RestClient.Builder builder) {
			assertThat(builder).isNotNull();
		}

	}

	@EnableAutoConfiguration
	static class UnknownReactiveBuilder {

		UnknownReactiveBuilder(@MesosLeader("west") WebClient.Builder builder) {
			assertThat(builder).isNotNull();
		}

	}

	@EnableAutoConfiguration
	static class OtherQualifier {

		OtherQualifier(@Qualifier("west") RestClient.Builder builder) {
			assertThat(builder).isNotNull();
		}

	}

	@MesosLeader("west")
	@HttpExchange
	interface West {

		@GetExchange("/state")
		String state();

	}

	@MesosLeader("east")
	@HttpExchange
	interface East {

		@GetExchange("/state")
		String state();

	}

	@MesosLeader
	@HttpExchange
	interface Main {

		@GetExchange("/state")
		String state();

	}

	@EnableAutoConfiguration
	@ImportHttpServices(group = "main", types = Main.class)
	static class MainGroup {

	}

	@EnableAutoConfiguration
	@ImportHttpServices(group = "west", types = West.class)
	static class UnknownGroup {

	}

	@EnableAutoConfiguration
	@ImportHttpServices(group = "mixed", types = { East.class, West.class })
	static class MixedGroup {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		ApplicationRunner runner(@MesosLeader RestClient.Builder builder) {
			RestClient client = builder.build();
			return (arguments) -> client.get().uri("/state").retrieve().toBodilessEntity();
		}

	}

}
