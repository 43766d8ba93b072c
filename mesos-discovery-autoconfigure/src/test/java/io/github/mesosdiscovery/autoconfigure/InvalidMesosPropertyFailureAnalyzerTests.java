package io.github.mesosdiscovery.autoconfigure;

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
 * Tests for {@link InvalidMesosPropertyFailureAnalyzer}.
 */
class InvalidMesosPropertyFailureAnalyzerTests {

	@Test
	void namesPropertyReasonAndExample() {
		FailureAnalysis analysis = analyze(null,
				new InvalidMesosPropertyException("mesos.discovery.zk", "no path", "mesos.discovery.zk=b"));
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				The property 'mesos.discovery.zk' is wrong:

				    Reason: no path""");
		assertThat(analysis.getAction()).isEqualToNormalizingNewlines("""
				Correct it. For example:

				    mesos.discovery.zk=b""");
	}

	@Test
	void saysWhereThePropertyWasSet() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("MESOS_DISCOVERY_ZK", "zk://u:canary@a")));
		FailureAnalysis analysis = analyze(environment,
				new InvalidMesosPropertyException("mesos.discovery.zk", "no path", "mesos.discovery.zk=b"));
		assertThat(analysis.getDescription())
			.contains("Origin: \"MESOS_DISCOVERY_ZK\" from property source \"test-systemEnvironment\"")
			.doesNotContain("canary", "Value");
	}

	@Test
	void showsADurationAsItWasWritten() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("first", Map.of("a.b", "0010")));
		FailureAnalysis analysis = analyze(environment,
				new InvalidMesosPropertyException("a.b", "too short", "a.b=1s").ofDuration());
		assertThat(analysis.getDescription()).contains("Value: 0010");
	}

	@Test
	void saysWhereAPropertyBelowWasSet() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("first", Map.of("a.b.c", "canary")));
		FailureAnalysis analysis = analyze(environment, new InvalidMesosPropertyException("a.b", "not set", "a.b.c=1"));
		assertThat(analysis.getDescription()).contains("Origin: \"a.b.c\" from property source \"first\"");
	}

	@Test
	void withoutOriginWhenThePropertyWasNotSet() {
		FailureAnalysis analysis = analyze(new StandardEnvironment(),
				new InvalidMesosPropertyException("mesos.discovery.zk", "no path", "mesos.discovery.zk=b"));
		assertThat(analysis.getDescription()).doesNotContain("Origin");
	}

	@Test
	void bothAnalyzersAreRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class,
					SpringFactoriesLoader.ArgumentResolver.of(Environment.class, new StandardEnvironment()),
					(factoryType, name, failure) -> {
					}))
			.hasAtLeastOneElementOfType(InvalidMesosPropertyFailureAnalyzer.class)
			.hasAtLeastOneElementOfType(NoLeadingMasterFailureAnalyzer.class);
	}

	private FailureAnalysis analyze(@Nullable Environment environment, InvalidMesosPropertyException exception) {
		FailureAnalysis analysis = new InvalidMesosPropertyFailureAnalyzer(environment)
			.analyze(new BeanCreationException("bean", exception));
		assertThat(analysis).isNotNull();
		return analysis;
	}

}
