package io.github.mesosdiscovery.test.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.aot.TestContextAotGenerator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureTestMesosCluster}.
 */
@Timeout(60)
class AutoConfigureTestMesosClusterTests {

	private final Contexts contexts = new Contexts();

	@AfterEach
	void closeContexts() {
		this.contexts.close();
	}

	@Test
	void startsAClusterAndSetsItsUrl() {
		ApplicationContext context = this.contexts.of(Plain.class);
		TestMesosCluster cluster = context.getBean("testMesosCluster", TestMesosCluster.class);
		assertThat(cluster.masters()).hasSize(3);
		assertThat(cluster.path()).isEqualTo("/mesos");
		assertThat(context.getEnvironment().getProperty("mesos.discovery.zk")).isEqualTo(cluster.mechanism());
	}

	@Test
	void overridesTheProperties() {
		Environment environment = this.contexts.of(Overridden.class).getEnvironment();
		String mechanism = this.contexts.cluster(Overridden.class).mechanism();
		assertThat(environment.getProperty("mesos.discovery.zk")).isEqualTo(mechanism);
		assertThat(environment.getProperty("mesos.discovery.zk.url")).isEqualTo(mechanism);
		assertThat(environment.getProperty("mesos.discovery.zk.ssl.enabled")).isEqualTo("false");
		assertThat(environment.getProperty("mesos.discovery.zk.sasl.required")).isEqualTo("false");
		assertThat(environment.getProperty("mesos.discovery.zk.session-timeout")).isEqualTo("6s");
	}

	@Test
	void appliesTheAttributes() {
		TestMesosCluster cluster = this.contexts.cluster(Settings.class);
		assertThat(cluster.path()).isEqualTo("/test/marco");
		assertThat(cluster.masters()).singleElement().satisfies((master) -> {
			assertThat(master.format()).isEqualTo(MasterFormat.PROTOBUF);
			// Something listens on the port.
			assertThat(master.info().getPort()).isNotEqualTo(5050);
		});
	}

	@Test
	void doesNothingWithoutTheAnnotation() {
		ApplicationContext context = this.contexts.of(None.class);
		assertThat(context.getBeanNamesForType(TestMesosCluster.class)).isEmpty();
		assertThat(context.getEnvironment().containsProperty("mesos.discovery.zk")).isFalse();
		ContextCustomizerFactory factory = new TestMesosClusterContextCustomizerFactory();
		assertThat(factory.createContextCustomizer(None.class, List.of())).isNull();
	}

	@Test
	void contextCanBeProcessedAheadOfTime() {
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		new TestContextAotGenerator(files).processAheadOfTime(Stream.of(Plain.class));
		assertThat(files.getGeneratedFiles(Kind.SOURCE)).isNotEmpty();
	}

	@ContextConfiguration(classes = Config.class)
	@AutoConfigureTestMesosCluster
	static class Plain {

	}

	@ContextConfiguration(classes = Config.class)
	@AutoConfigureTestMesosCluster
	@TestPropertySource(properties = { "mesos.discovery.zk=zk://elsewhere:2181/mesos",
			"mesos.discovery.zk.url=zk://elsewhere:2181/mesos", "mesos.discovery.zk.ssl.enabled=true",
			"mesos.discovery.zk.sasl.required=true", "mesos.discovery.zk.session-timeout=6s" })
	static class Overridden {

	}

	@ContextConfiguration(classes = Config.class)
	@AutoConfigureTestMesosCluster(masters = 1, path = "/test/marco", format = MasterFormat.PROTOBUF, http = true)
	static class Settings {

	}

	@ContextConfiguration(classes = Config.class)
	static class None {

	}

	@Configuration(proxyBeanMethods = false)
	static class Config {

	}

}
