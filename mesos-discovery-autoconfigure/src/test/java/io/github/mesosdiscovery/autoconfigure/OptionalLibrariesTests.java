package io.github.mesosdiscovery.autoconfigure;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.OwnClassLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts an application in class loaders that really lack a library, so that a class of
 * ours which links to it cannot be loaded, and looks at which classes were loaded.
 */
@Timeout(60)
class OptionalLibrariesTests {

	private static final String PACKAGE = "io.github.mesosdiscovery.";

	/** What is loaded where all libraries are there. */
	private static Set<String> all = Set.of();

	@BeforeAll
	static void startWithAll() throws Exception {
		all = start((name) -> true);
	}

	@ParameterizedTest
	@CsvSource({ "spring-boot-health, health\\..*|.*MesosHealth.*",
			"spring-boot-actuator.*, actuate\\..*|.*(MesosEndpoint|Sanitiz).*",
			"micrometer-core, metrics\\.MesosDiscoveryMetrics.*|.*MetricsAuto.*",
			"spring-boot-restclient, .*LeaderRest.*|.*MesosRest.*", "spring-boot-webclient, .*LeaderWeb.*|.*MesosWeb.*",
			"spring-boot-(restclient|webclient|http-client), http\\.(?!MesosLeader).*|.*Leader(Rest|Web|Client).*",
			"spring-boot-testcontainers, .*\\.ZooKeeperContainer.*",
			"spring-boot-docker-compose, .*\\.ZooKeeperDockerCompose.*" })
	void applicationStartsWithoutThem(String library, String classes) throws Exception {
		Pattern jar = Pattern.compile(library + "-\\d.*\\.jar");
		assertThat(all).anyMatch(ours(classes));
		assertThat(start((name) -> !jar.matcher(name).matches())).noneMatch(ours(classes));
	}

	@Test
	void unusedClassesAreNotLoaded() {
		assertThat(all).contains(PACKAGE + "health.MesosHealthIndicator")
			.noneMatch(ours(
					"http\\.LeaderClient.*|.*RuntimeHints|.*Cluster(Registrar|Locators)|.*(ZooKeeperMasterDetector|CuratorConnection)|"
							+ "zookeeper\\.tls\\..*"));
	}

	private static Predicate<String> ours(String classes) {
		return Pattern.compile(Pattern.quote(PACKAGE) + "(" + classes + ")").asMatchPredicate();
	}

	/**
	 * Start an application that knows its leader from the properties.
	 * @return the classes that were loaded
	 */
	private static Set<String> start(Predicate<String> isThere) throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (OwnClassLoader classLoader = new OwnClassLoader(isThere)) {
			thread.setContextClassLoader(classLoader);
			classLoader.loadClass(OptionalLibrariesApplication.class.getName()).getMethod("start").invoke(null);
			return classLoader.loaded();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

}
