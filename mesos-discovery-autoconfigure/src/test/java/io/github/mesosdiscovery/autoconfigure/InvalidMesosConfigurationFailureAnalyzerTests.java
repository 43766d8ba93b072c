package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InvalidMesosConfigurationFailureAnalyzer}.
 */
class InvalidMesosConfigurationFailureAnalyzerTests {

	@Test
	void describesAProperty() {
		FailureAnalysis analysis = analyze(null,
				InvalidMesosConfigurationException.ofProperty("mesos.discovery.zk", "no path", "b"));
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				The property 'mesos.discovery.zk' is wrong:

				    Reason: no path""");
		assertThat(analysis.getAction()).isEqualToNormalizingNewlines("""
				Correct it. For example:

				    mesos.discovery.zk=b""");
	}

	@Test
	void showsTheOriginOfTheProperty() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("MESOS_DISCOVERY_ZK", "zk://u:canary@a")));
		FailureAnalysis analysis = analyze(environment,
				InvalidMesosConfigurationException.ofProperty("mesos.discovery.zk", "no path", "b"));
		assertThat(analysis.getDescription())
			.contains("Origin: \"MESOS_DISCOVERY_ZK\" from property source \"test-systemEnvironment\"")
			.doesNotContain("canary", "Value");
	}

	@Test
	void showsTheOriginOfAPropertyBelow() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("first", Map.of("a.b.c", "canary")));
		FailureAnalysis analysis = analyze(environment,
				InvalidMesosConfigurationException.ofProperty("a.b", "not set", "1"));
		assertThat(analysis.getDescription()).contains("Origin: \"a.b.c\" from property source \"first\"");
	}

	@Test
	void showsTheOriginOfAnotherProperty() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("first", Map.of("a.b", "canary", "a.b.url", "canary")));
		FailureAnalysis analysis = analyze(environment,
				InvalidMesosConfigurationException.ofProperties(List.of("a.b", "a.b.url"), "it differs", "a.b.url=1"));
		assertThat(analysis.getDescription())
			.contains("Origin: \"a.b\" from property source \"first\"",
					"Origin of 'a.b.url': \"a.b.url\" from property source \"first\"")
			.doesNotContain("canary");
	}

	@Test
	void describesABean() {
		FailureAnalysis analysis = analyze(new StandardEnvironment(), InvalidMesosConfigurationException
			.ofBean(Comparable.class, "canary", "it is a text", "Let it be another", null));
		assertThat(analysis.getDescription())
			.isEqualTo("The Comparable java.lang.String cannot be used: it is a text.");
		assertThat(analysis.getAction()).isEqualTo("Let it be another.");
	}

	@Test
	void withoutOriginWhenThePropertyWasNotSet() {
		FailureAnalysis analysis = analyze(new StandardEnvironment(),
				InvalidMesosConfigurationException.ofProperty("mesos.discovery.zk", "no path", "b"));
		assertThat(analysis.getDescription()).doesNotContain("Origin");
	}

	@Test
	void bothAnalyzersAreRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class,
					SpringFactoriesLoader.ArgumentResolver.of(Environment.class, new StandardEnvironment()),
					(factoryType, name, failure) -> {
					}))
			.hasAtLeastOneElementOfType(InvalidMesosConfigurationFailureAnalyzer.class)
			.hasAtLeastOneElementOfType(NoLeadingMasterFailureAnalyzer.class);
	}

	private FailureAnalysis analyze(@Nullable Environment environment, InvalidMesosConfigurationException exception) {
		FailureAnalysis analysis = new InvalidMesosConfigurationFailureAnalyzer(environment)
			.analyze(new BeanCreationException("bean", exception));
		assertThat(analysis).isNotNull();
		return analysis;
	}

}
